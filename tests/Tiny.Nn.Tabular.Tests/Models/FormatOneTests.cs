using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Files that version 0.1.0 wrote, before features could be anything but numbers, are read and answer as they did.</summary>
public sealed class FormatOneTests
{
    private static readonly string[] Names = ["iris-format-1", "amount-format-1"];

    [Test]
    public void A_classifier_answers_as_it_did()
    {
        Model<float> model = ModelFile.Load<float>(Place("iris-format-1"));
        double[] setosa = [0.5407373f, 0.2873857f, 0.17187707f];
        double[] virginica = [0.3276613f, 0.25792792f, 0.4144108f];
        Assert.That(model.Predict(5.1f, 3.5f, 1.4f, 0.2f), Is.EqualTo(setosa));
        Assert.That(model.Predict(6f, 3f, 4.8f, 1.8f), Is.EqualTo(virginica));
        string[] names = ["sepal_length", "sepal_width", "petal_length", "petal_width"];
        Assert.That(model.Schema, Is.EqualTo(names.Select(name => new NumberFeature(name))));
        Assert.That(model.Encoding.Scaling, Is.TypeOf<Standardization>());
        Assert.That(((ClassTarget)model.Target).Classes, Has.Count.EqualTo(3));
        Assert.That(model.Provenance.Rows, Is.EqualTo(120));
    }

    [Test]
    public void A_regression_answers_as_it_did()
    {
        Model<float> model = ModelFile.Load<float>(Place("amount-format-1"));
        Matrix<double> x = new(3, 3, [5.1f, 3.5f, 1.4f, 6f, 2.9f, 4.5f, 6f, 3f, 4.8f]);
        float[] expected = [1.0448418f, 1.3560215f, 1.3847563f];
        Assert.That(model.Predict(x).Values.ToArray().Select(number => (float)number), Is.EqualTo(expected));
    }

    [TestCaseSource(nameof(Names))]
    public void It_is_written_again_in_the_present_format(string name)
    {
        Model<float> model = ModelFile.Load<float>(Place(name));
        byte[] written = Examples.Written(model);
        Assert.That(Encoding.UTF8.GetString(written), Does.Contain("\\\"format\\\":2"));
        EncodingAssert.Same(Examples.Read<float>(written).Encoding, model.Encoding);
    }

    [TestCaseSource(nameof(Names))]
    public void A_hole_is_the_mean(string name)
    {
        Model<float> model = ModelFile.Load<float>(Place(name));
        double[] means = [.. model.Encoding.Scaling.Center];
        double[] expected = model.Predict(means);
        Assert.That(model.Predict([double.NaN, .. means[1..]]), Is.EqualTo(expected).Within(1e-6));
    }

    [TestCaseSource(nameof(Names))]
    public void With_any_byte_wrong_it_is_refused_or_still_a_valid_model(string name)
    {
        byte[] whole = File.ReadAllBytes(Place(name));
        Generator random = new(1);
        for (int i = 0; i < whole.Length; i++)
        {
            byte[] changed = [.. whole];
            changed[i] = (byte)random.NextBelow(256);
            Assert.DoesNotThrow(() => Measured.Refusal(changed), $"byte {i}");
        }
    }

    [Test]
    public void An_encoding_has_no_place_in_it() =>
        Assert.That(Measured.Refusal(Documents.With("format", "1")), Is.Not.Null);

    private static string Place(string name) =>
        Path.Combine(Repository.Root, "tests", "Tiny.Nn.Tabular.Tests", "Models", "Files", name + ".safetensors");
}
