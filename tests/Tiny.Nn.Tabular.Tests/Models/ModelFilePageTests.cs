using System.Text.Json;
using System.Text.RegularExpressions;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>docs/model-file.md names all that is in a model file.</summary>
public sealed partial class ModelFilePageTests
{
    private static readonly Markdown Page = new("docs/model-file.md");

    [Test]
    public void It_names_every_tensor()
    {
        IEnumerable<string> named = Tensors().Matches(Page.Text).Select(row => row.Groups["name"].Value);
        IEnumerable<string> written = Files()
            .SelectMany(file => file.Tensors.Select(tensor => LayerNumber().Replace(tensor.Name, "i.")))
            .Concat(["preprocessing.mean", "preprocessing.scale"]);
        Assert.That(named, Is.EquivalentTo(written.Distinct()));
    }

    [Test]
    public void It_names_every_member_of_the_document()
    {
        foreach (SafetensorsFile file in Files())
        {
            using JsonDocument document = JsonDocument.Parse(file.Text("tinynn"));
            foreach (string member in Members(document.RootElement))
            {
                Assert.That(Page.Text, Does.Match($@"[`.""]{member}[`.""]"), member);
            }
        }
    }

    [Test]
    public void It_names_every_kind_of_layer()
    {
        IEnumerable<string> named = Layers().Matches(Page.Text).Select(row => row.Groups["kind"].Value);
        Assert.That(named, Is.EquivalentTo(LayerKinds.Examples.Select(example => example.Kind)));
    }

    private static IEnumerable<string> Members(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(member => Members(member.Value).Prepend(member.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Members),
            _ => [],
        };

    /// <summary>A model of classes and one of a number, with every kind of layer.</summary>
    private static IEnumerable<SafetensorsFile> Files() =>
        [
            File(
                new ClassTarget("kind", ["a", "b"])
                {
                    Threshold = 0.3,
                    TrainingCounts = [1, 2],
                    Positive = "a",
                }
            ),
            File(new NumberTarget("size", new Standardization([0], [1])) { Unit = "kg" }),
            Written(Examples.Mixed<float>(ScalingKind.Quantile)),
        ];

    private static SafetensorsFile File(ModelTarget target)
    {
        Architecture architecture = LayerKinds
            .Examples.Aggregate(Architecture.WithInputs(1), (soFar, layer) => soFar.Add(layer))
            .Dense(1, Activation.Identity);
        SequentialNetwork<float> network = architecture.Build<float>(new Generator(1));
        return Written(
            new(["x"], new Standardization([0], [1]), network, target, Scored)
            {
                DataFormat = new CsvFormat(false, true, ["-"]),
            }
        );
    }

    private static readonly Provenance Scored = Provenance.Unknown with
    {
        Epochs = [Epoch(1, rate: 0.5), Epoch(2, rate: 0.25)],
    };

    private static EpochReport Epoch(int number, double rate) =>
        new(number, 1, 1)
        {
            ValidationAccuracy = 1,
            ValidationRSquared = 1,
            LearningRate = rate,
        };

    private static SafetensorsFile Written(Model<float> model)
    {
        using MemoryStream stream = new();
        ModelFile.Write(model, stream);
        stream.Position = 0;
        return SafetensorsFile.Read(stream, "a model");
    }

    [GeneratedRegex(@"^\| `(?<name>[a-z]+\.[a-z]+)` \| (F64|that of the model) \|", RegexOptions.Multiline)]
    private static partial Regex Tensors();

    [GeneratedRegex(@"^\| `\{""(?<kind>[a-z_]+)"": .*\}` \|", RegexOptions.Multiline)]
    private static partial Regex Layers();

    [GeneratedRegex(@"^\d+\.")]
    private static partial Regex LayerNumber();
}
