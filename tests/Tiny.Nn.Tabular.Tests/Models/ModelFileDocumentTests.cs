using System.Text;
using Tiny.Nn.Tabular.Files;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>A valid container around a document that is none, or does not fit the numbers.</summary>
[TestFixture]
internal sealed class ModelFileDocumentTests
{
    private static readonly string[] Members =
    [
        "format",
        "features",
        "features.0.name",
        "features.0.kind",
        "features.1.levels",
        "encoding",
        "encoding.scaling",
        "encoding.parts",
        "encoding.parts.0.feature",
        "encoding.parts.0.part",
        "encoding.notes",
        "encoding.notes.0.feature",
        "encoding.notes.0.text",
        "target",
        "target.name",
        "network",
        "network.inputs",
        "network.layers",
        "provenance",
        "provenance.version",
        "provenance.source",
        "provenance.rows",
        "provenance.settings",
        "provenance.training_loss",
        "provenance.validation_loss",
    ];

    [TestCaseSource(nameof(Members))]
    public void Every_member_is_needed_and_of_one_type(string member)
    {
        AssertRefused(member, "");
        AssertRefused(member, "null");
        AssertRefused(member, "true");
        AssertRefused(member, "[[]]");
        AssertRefused(member, """{"a":{}}""");
        AssertRefused(member, """[{"a":1}]""");
        AssertRefused(member, "1e400");
        AssertRefused(member, "-1");
        AssertRefused(member, "123456789012345678901234567890");
    }

    [TestCase("format", "3")]
    [TestCase("format", "1")]
    [TestCase("format", "0")]
    [TestCase("format", "1.5")]
    [TestCase("format", "\"1\"")]
    [TestCase("more", "1")]
    [TestCase("target.more", "1")]
    [TestCase("network.more", "1")]
    [TestCase("network.layers.0.more", "1")]
    [TestCase("provenance.more", "1")]
    [TestCase("features", "[]")]
    [TestCase("features", """[{"name":"a","kind":"number"},{"name":"b","kind":"number"}]""")]
    [TestCase(
        "features",
        """[{"name":"a","kind":"number"},{"name":"b","kind":"number"},{"name":"c","kind":"number"},{"name":"d","kind":"number"}]"""
    )]
    [TestCase(
        "features",
        """[{"name":"a","kind":"number"},{"name":"b","kind":"number"},{"name":"a","kind":"number"}]"""
    )]
    [TestCase("features", """["x1","x2","x3"]""")]
    [TestCase("features.0", "\"x1\"")]
    [TestCase("features.0", "null")]
    [TestCase("features.0", "1")]
    [TestCase("target.classes", "[]")]
    [TestCase("target.classes", """["one"]""")]
    [TestCase("target.classes", """["one","two"]""")]
    [TestCase("target.classes", """["one","two","one"]""")]
    [TestCase("target.classes", """["one","two","three","four"]""")]
    [TestCase("target.classes", "null")]
    [TestCase("target.classes", "")]
    [TestCase("target.classes.1", "null")]
    [TestCase("network.inputs", "0")]
    [TestCase("network.inputs", "2")]
    [TestCase("network.inputs", "2147483647")]
    [TestCase("network.inputs", "2147483648")]
    [TestCase("network.layers", "[]")]
    [TestCase("network.layers", """[{"activation":"relu"}]""")]
    [TestCase("network.layers", """[{"dense":2147483647},{"dense":2147483647},{"dense":2147483647},{"dense":3}]""")]
    [TestCase("network.layers.0", "null")]
    [TestCase("network.layers.0", "{}")]
    [TestCase("network.layers.0", """{"dense":2,"activation":"relu"}""")]
    [TestCase("network.layers.0", """{"dense":2,"dropout":0.5}""")]
    [TestCase("network.layers.0", """{"dense":2,"initializer":"hopeful"}""")]
    [TestCase("network.layers.0.dense", "-2")]
    [TestCase("network.layers.0.dense", "0")]
    [TestCase("network.layers.0.dense", "3")]
    [TestCase("network.layers.0.dense", "2147483647")]
    [TestCase("network.layers.0.dense", "2147483648")]
    [TestCase("network.layers.0.dense", "1e9")]
    [TestCase("network.layers.3.dense", "2")]
    [TestCase("network.layers.1.activation", "\"\"")]
    [TestCase("network.layers.1.activation", "\"reluu\"")]
    [TestCase("network.layers.1.activation", "\"relu:0.2\"")]
    [TestCase("network.layers.1.activation", "\"leaky-relu:\"")]
    [TestCase("network.layers.1.activation", "\"leaky-relu:1e999\"")]
    [TestCase("network.layers.1.activation", "\"\\u001b[2J\\n\\u202e\"")]
    [TestCase("network.layers.1.initializer", "\"zeros\"")]
    [TestCase("network.layers.2.dropout", "1")]
    [TestCase("network.layers.2.dropout", "-0.1")]
    [TestCase("network.layers.2.dropout", "\"NaN\"")]
    [TestCase("provenance.settings.seed", "null")]
    [TestCase("provenance.settings.seed", "1")]
    [TestCase("provenance.training_loss.0", "null")]
    [TestCase("provenance.training_loss.0", "\"nonsense\"")]
    [TestCase("provenance.validation_loss", "[1]")]
    [TestCase("provenance.training_loss", "[]")]
    [TestCase("provenance.validation_accuracy", "[0.5]")]
    [TestCase("provenance.validation_accuracy", "[]")]
    [TestCase("provenance.validation_accuracy", "0.5")]
    [TestCase("provenance.validation_accuracy", "[0.5, null]")]
    [TestCase("provenance.validation_accuracy", "[0.5, 1.5]")]
    [TestCase("provenance.validation_accuracy", "[0.5, -0.5]")]
    [TestCase("provenance.validation_accuracy", "[0.5, \"NaN\"]")]
    [TestCase("provenance.validation_r2", "[0.5, 0.5, 0.5]")]
    [TestCase("provenance.validation_r2", "[0.5, \"good\"]")]
    [TestCase("provenance.learning_rate", "[0.5]")]
    [TestCase("provenance.learning_rate", "[0.5, -1]")]
    [TestCase("provenance.learning_rate", "[0.5, \"NaN\"]")]
    [TestCase("provenance.epoch", "[1]")]
    [TestCase("provenance.epoch", "[2, 1]")]
    [TestCase("provenance.epoch", "[2, 2]")]
    [TestCase("provenance.epoch", "[0, 7]")]
    [TestCase("provenance.epoch", "[1, 2.5]")]
    public void What_makes_no_sense_is_refused(string place, string json) => AssertRefused(place, json);

    [TestCase("target.classes", """["three","two","one"]""")]
    [TestCase("network.layers.0.initializer", "\"he-normal\"")]
    [TestCase("network.layers.1.activation", "\"mish\"")]
    [TestCase("provenance.settings", "{}")]
    [TestCase("provenance.validation_loss", "[]")]
    [TestCase("provenance.epoch", "[1, 4000000]")]
    [TestCase("provenance.validation_accuracy", "[0, 1]")]
    [TestCase("provenance.validation_r2", "[-7.5, \"-Infinity\"]")]
    public void What_makes_sense_is_read(string place, string json) =>
        Assert.That(Measured.Refusal(Documents.With(place, json)), Is.Null);

    private static readonly string[] NoDocuments =
    [
        "",
        "null",
        "1",
        "[]",
        "{}",
        "{\"format\":1",
        "{\"format\":1}}",
        """{"format":1,"features":["\ud800"]}""",
        """{"\ud800":1}""",
        "\u0001",
        "// comment",
    ];

    [TestCaseSource(nameof(NoDocuments))]
    public void What_is_no_document_is_refused(string text) =>
        Assert.That(Measured.Refusal(Documents.WithText(text)), Is.Not.Null);

    [Test]
    public void A_newer_format_is_said_to_be_newer()
    {
        ModelFormatException refusal = Measured.Refusal(Documents.With("format", "4"))!;
        Assert.That(refusal.What, Does.Contain("format is 4"));
        Assert.That(refusal.Advice, Does.Contain("newer"));
    }

    [TestCase("{\"features\":", "}")]
    [TestCase("[", "]")]
    [TestCase("{\"network\":{\"layers\":[", "]}}")]
    public void Deep_nesting_is_refused(string open, string close)
    {
        StringBuilder text = new();
        text.Insert(0, open, 100_000).Append('1').Insert(text.Length, close, 100_000);
        Assert.That(Measured.Refusal(Documents.WithText(text.ToString())), Is.Not.Null);
    }

    [TestCase("features", "[", "\"a\",", "\"a\"]")]
    [TestCase("network.layers", "[", "{\"activation\":\"relu\"},", "{\"dense\":3}]")]
    [TestCase("network.layers", "[", "{},", "{}]")]
    [TestCase("network.layers.1.activation", "\"", "relu", "\"")]
    [TestCase("network.inputs", "1", "0", "")]
    [TestCase("provenance.training_loss", "[", "0,", "0]")]
    public void Ten_megabytes_of_anything_are_refused_soon(string place, string begin, string repeated, string end)
    {
        string json = begin + new StringBuilder().Insert(0, repeated, 10_000_000 / repeated.Length) + end;
        Assert.That(Measured.Refusal(Documents.With(place, json)), Is.Not.Null);
    }

    private static readonly double[] Impossible = [double.NaN, double.PositiveInfinity, double.NegativeInfinity];

    [TestCaseSource(nameof(Impossible))]
    public void Statistics_are_finite_and_scales_not_negative(double number)
    {
        AssertRefused(new Tensor<double>("encoding.center", [3], new[] { 0, number, 0 }));
        AssertRefused(new Tensor<double>("encoding.spread", [3], new[] { 1, number, 1 }));
        AssertRefused(new Tensor<double>("encoding.spread", [3], new[] { 1, -1e-9, 1 }));
    }

    private static readonly Tensor[] Misshapen =
    [
        new Tensor<float>("0.weight", [3, 2], new float[6]),
        new Tensor<float>("0.weight", [6], new float[6]),
        new Tensor<float>("0.weight", [2, 2], new float[4]),
        new Tensor<double>("0.weight", [2, 3], new double[6]),
        new Tensor<float>("0.bias", [1, 2], new float[2]),
        new Tensor<float>("0.bias", [0], ReadOnlyMemory<float>.Empty),
        new Tensor<float>("encoding.center", [3], new float[3]),
        new Tensor<double>("encoding.spread", [2], new double[2]),
    ];

    [TestCaseSource(nameof(Misshapen))]
    public void Numbers_of_another_shape_or_type_are_refused(Tensor tensor) => AssertRefused(tensor);

    private static void AssertRefused(Tensor tensor) =>
        Assert.That(Measured.Refusal(Documents.With(tensor)), Is.Not.Null);

    private static void AssertRefused(string place, string json)
    {
        ModelFormatException? refusal = Measured.Refusal(Documents.With(place, json));
        Assert.That(refusal, Is.Not.Null, json);
        Assert.That(refusal!.Where, Does.StartWith("hostile"));
    }
}
