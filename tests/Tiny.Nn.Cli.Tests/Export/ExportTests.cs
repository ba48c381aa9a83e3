namespace Tiny.Nn.Cli.Tests.Export;

/// <summary>The command <c>export</c>: files, what is told of them, and what is refused.</summary>
internal sealed class ExportTests : CommandTests
{
    private const string Data = "class,naïve,y\n1,a,no\n2,b,yes\n3,a,no\n4,b,yes\n5,,no\n6,a,yes\n7,b,no\n8,a,yes\n";

    [TestCase("c", "my_model.c", "my_model.h")]
    [TestCase("csharp", "my_model.cs", null)]
    [TestCase("js", "my_model.mjs", null)]
    [TestCase("python", "my_model.py", null)]
    [TestCase("onnx", "my_model.onnx", "my_model.check.json")]
    public void A_model_becomes_files_of_the_language(string language, string file, string? other)
    {
        Train();
        Run run = Asked("export", "my_model.tnn", "--to", language).Good();
        Assert.That(run.Output, Does.Contain(file).And.Match("bytes of constants \\(flash\\) +[0-9,]+"));
        Assert.That(run.Output, Does.Contain("Its self-test: "));
        Assert.That(File.Exists(Place.Path(file)));
        Assert.That(other is null || File.Exists(Place.Path(other)));
    }

    [Test]
    public void The_file_may_be_named_and_its_figures_be_read_by_programs()
    {
        Train();
        Run run = Asked("export", "my_model.tnn", "--to", "csharp", "-o", "Motor.cs", "--json").Good();
        Assert.That(run.Json.GetProperty("files")[0].GetString(), Is.EqualTo("Motor.cs"));
        Assert.That(run.Json.GetProperty("memory_bytes").GetInt64(), Is.Positive);
        Assert.That(File.ReadAllText(Place.Path("Motor.cs")), Does.Contain("public sealed class Motor"));
    }

    [Test]
    public void A_file_that_is_there_stays_unless_it_is_forced()
    {
        Train();
        Place.Write("my_model.h", "mine");
        Asked("export", "my_model.tnn", "--to", "c").Failed(2, "my_model.h");
        Assert.That(File.ReadAllText(Place.Path("my_model.h")), Is.EqualTo("mine"));
        Assert.That(File.Exists(Place.Path("my_model.c")), Is.False);
        Asked("export", "my_model.tnn", "--to", "c", "--force").Good();
    }

    [Test]
    public void A_language_that_is_none_and_inputs_that_cannot_be_are_refused()
    {
        Train();
        Asked("export", "my_model.tnn", "--to", "cobol").Failed(2, "--to cobol");
        Asked("export", "my_model.tnn", "--to", "onnx", "--inputs", "tensor").Failed(4, "inputs");
        Asked("export", "my_model.tnn", "--to", "c", "--inputs", "tensor").Failed(2, "--inputs tensor");
        Asked("export", "my_model.tnn").Failed(2, "tinynn export");
        Asked("export", "none.tnn", "--to", "c").Failed(4, "none.tnn");
    }

    private void Train()
    {
        Place.Write("d.csv", Data);
        Asked("train", "d.csv", "--target", "y", "--hidden", "2", "--epochs", "1", "--test", "0", "-o", "my_model.tnn")
            .Good();
    }
}
