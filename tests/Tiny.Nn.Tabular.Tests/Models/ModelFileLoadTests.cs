using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Paths and types that lead to no model.</summary>
[TestFixture]
public sealed class ModelFileLoadTests
{
    [TestCase("no-such-file.model")]
    [TestCase("no/such/folder.model")]
    public void A_missing_file_is_said_to_be_missing(string path)
    {
        FileNotFoundException problem = Assert.Throws<FileNotFoundException>(() => ModelFile.Load<float>(path))!;
        Assert.That(problem.Message, Is.EqualTo($"There is no model file '{path}'. Check the path and the name."));
        Assert.That(problem.FileName, Is.EqualTo(path));
    }

    [Test]
    public void A_directory_is_said_to_be_one()
    {
        ModelFormatException problem = Problem(Path.GetTempPath());
        Assert.That(problem.What, Does.Contain("directory"));
        Assert.That(problem.Advice, Is.Not.Empty);
    }

    [TestCase("")]
    [TestCase("a\0b")]
    public void A_path_that_is_none_is_a_file_that_cannot_be_read(string path) =>
        Assert.That(Problem(path).Advice, Is.Not.Empty);

    [Test]
    public void An_empty_file_is_incomplete()
    {
        string path = Path.GetTempFileName();
        try
        {
            Assert.That(Problem(path).Advice, Does.Contain("incomplete"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Test]
    public void A_model_of_doubles_is_not_read_as_one_of_floats()
    {
        Architecture architecture = Architecture.WithInputs(3).Dense(2, Activation.Softmax);
        byte[] doubles = Examples.Written(Examples.Model<double>(architecture, Examples.Classes(2)));
        byte[] floats = Examples.Written(Examples.Model<float>(architecture, Examples.Classes(2)));
        Assert.That(
            () => Examples.Read<float>(doubles),
            Throws
                .TypeOf<ModelFormatException>()
                .With.Message.Contains("F64, not F32")
                .And.Message.Contains("Load<double>")
        );
        Assert.That(
            () => Examples.Read<double>(floats),
            Throws
                .TypeOf<ModelFormatException>()
                .With.Message.Contains("F32, not F64")
                .And.Message.Contains("Load<float>")
        );
    }

    private static ModelFormatException Problem(string path) =>
        Assert.Throws<ModelFormatException>(() => ModelFile.Load<float>(path))!;
}
