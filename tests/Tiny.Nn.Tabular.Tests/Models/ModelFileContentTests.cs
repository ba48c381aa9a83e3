using System.Text.Json.Nodes;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tests.Files;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>What stands in a file, as another tool would find it; and what is never written.</summary>
[TestFixture]
public sealed class ModelFileContentTests
{
    [Test]
    public void Weights_are_outputs_by_inputs_row_by_row()
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(3)
            .Dense(2, Activation.Softmax)
            .BuildUninitialized<float>();
        Matrix<float> w = Matrices.Rows<float>([1, 2, 3], [4, 5, 6]);
        w.CopyTo(network[network.Blocks[0]]);
        Matrices.Column<float>(7, 8).CopyTo(network[network.Blocks[1]]);
        Model<float> model = new(
            ["a", "b", "c"],
            new Standardization([1.5, 2.5, 3.5], [4.5, 5.5, 6.5]),
            network,
            Examples.Classes(2),
            Provenance.Unknown
        );
        SafetensorsFile file = Safetensors.Read(Examples.Written(model));
        Assert.That(
            file.Tensors.Select(tensor => tensor.Name),
            Is.EqualTo(["0.weight", "0.bias", "encoding.center", "encoding.spread"])
        );
        Assert.That(file.Values<float>("0.weight", 2, 3).ToArray(), Is.EqualTo([1f, 2, 3, 4, 5, 6]));
        Assert.That(file.Values<float>("0.bias", 2).ToArray(), Is.EqualTo([7f, 8]));
        Assert.That(file.Values<double>("encoding.center", 3).ToArray(), Is.EqualTo([1.5, 2.5, 3.5]));
        Assert.That(file.Values<double>("encoding.spread", 3).ToArray(), Is.EqualTo([4.5, 5.5, 6.5]));
        Model<float> read = Examples.Read<float>(Examples.Written(model));
        Assert.That(read.Network[read.Network.Blocks[0]].Values.ToArray(), Is.EqualTo(w.Values.ToArray()));
    }

    [Test]
    public void The_document_reads_like_this()
    {
        JsonNode? document = JsonNode.Parse(Safetensors.Read(Examples.Written(Examples.Small())).Text("tinynn"));
        JsonNode? expected = JsonNode.Parse(
            """
            {
              "format": 2,
              "features": [
                { "name": "x1", "kind": "number" },
                { "name": "x2", "kind": "category", "levels": ["a", "b"] },
                { "name": "x3", "kind": "number" }
              ],
              "target": { "name": "kind", "classes": ["class 0", "class 1", "class 2"] },
              "network": {
                "inputs": 3,
                "layers": [
                  { "dense": 2 }, { "activation": "leaky-relu:0.2" }, { "dropout": 0.25 },
                  { "dense": 3 }, { "activation": "softmax" }
                ]
              },
              "provenance": {
                "version": "1.2.3",
                "source": "some.csv",
                "rows": 90,
                "settings": { "hidden": "2", "seed": "1" },
                "training_loss": [0.75, 0.5],
                "validation_loss": [0.5, "NaN"]
              },
              "encoding": {
                "scaling": "robust",
                "parts": [
                  { "feature": 0, "part": "fill", "value": -0.1 },
                  { "feature": 1, "part": "two-levels" },
                  { "feature": 2, "part": "fill", "value": 7 }
                ],
                "notes": [{ "feature": "x1", "text": "it is a number" }]
              }
            }
            """
        );
        Assert.That(document!.ToJsonString(), Is.EqualTo(expected!.ToJsonString()));
    }

    [Test]
    public void The_target_of_a_regression_has_its_statistics()
    {
        SafetensorsFile file = Safetensors.Read(Examples.Written(Examples.SmallRegression()));
        Assert.That(file.Values<double>("target.mean", 1).ToArray(), Is.EqualTo([12.5]));
        Assert.That(file.Values<double>("target.scale", 1).ToArray(), Is.EqualTo([3.25]));
    }

    private static readonly LayerDescription[] Foreign =
    [
        new ActivationDescription(Activation.Elementwise(new Cube())),
        new DenseDescription(3, new AllOnes()),
        new Passing(),
    ];

    [TestCaseSource(nameof(Foreign))]
    public void What_has_no_name_in_a_file_is_not_written(LayerDescription layer)
    {
        Model<float> model = Examples.Model<float>(
            Architecture.WithInputs(3).Add(layer).Dense(2, Activation.Softmax),
            Examples.Classes(2)
        );
        AssertNotWritten(model, "of your own");
    }

    [Test]
    public void Names_that_are_not_Unicode_are_not_written()
    {
        Architecture architecture = Architecture.WithInputs(1).Dense(2, Activation.Softmax);
        AssertNotWritten(Examples.Model<float>(architecture, new ClassTarget("kind", ["\uD800", "\uDBFF"])), "Unicode");
        AssertNotWritten(Examples.Model<float>(architecture, new ClassTarget("\uDC00", ["a", "b"])), "Unicode");
    }

    [Test]
    public void A_history_that_was_validated_only_in_part_is_not_written()
    {
        Provenance provenance = Provenance.Unknown with { Epochs = [new(1, 0.5, 0.5), new(2, 0.25, null)] };
        Architecture architecture = Architecture.WithInputs(1).Dense(2, Activation.Softmax);
        AssertNotWritten(Examples.Model<float>(architecture, Examples.Classes(2), provenance), "validation loss");
    }

    [Test]
    public void Each_score_of_the_history_has_a_list()
    {
        Architecture architecture = Architecture.WithInputs(1).Dense(2, Activation.Softmax);
        Assert.That(
            Scored(new EpochReport(1, 0.5, 0.5) { ValidationAccuracy = 0.75 })["validation_accuracy"]!.ToJsonString(),
            Is.EqualTo("[0.75]")
        );
        Assert.That(
            Scored(new EpochReport(1, 0.5, 0.5) { ValidationRSquared = -3 })["validation_r2"]!.ToJsonString(),
            Is.EqualTo("[-3]")
        );
        Assert.That(
            Scored(new EpochReport(1, 0.5, 0.5)),
            Does.Not.ContainKey("validation_accuracy").And.Not.ContainKey("validation_r2")
        );
        Provenance partly = Provenance.Unknown with
        {
            Epochs = [new(1, 0.5, 0.5) { ValidationAccuracy = 1 }, new(2, 0.25, 0.5)],
        };
        AssertNotWritten(Examples.Model<float>(architecture, Examples.Classes(2), partly), "validation accuracy");

        JsonObject Scored(EpochReport epoch)
        {
            Provenance provenance = Provenance.Unknown with { Epochs = [epoch] };
            byte[] written = Examples.Written(Examples.Model<float>(architecture, Examples.Classes(2), provenance));
            return JsonNode.Parse(Safetensors.Read(written).Text("tinynn"))!["provenance"]!.AsObject();
        }
    }

    [Test]
    public void Epochs_that_were_passed_over_are_known_from_the_numbers_of_the_others()
    {
        Provenance some = Provenance.Unknown with { Epochs = [new(1, 3, 2), new(5, 2, 1), new(90_000, 1, 7)] };
        byte[] written = Examples.Written(Examples.Small().With(some));
        Provenance read = Examples.Read<float>(written).Provenance;
        Assert.That(read.Epochs, Is.EqualTo(some.Epochs));
        Assert.That(read.EpochCount, Is.EqualTo(90_000));
        Assert.That(read.Best!.Epoch, Is.EqualTo(5));
    }

    [Test]
    public void A_history_without_scores_is_read_as_it_is()
    {
        // What every version before them wrote.
        Model<float> read = Examples.Read<float>(Examples.Written(Examples.Small()));
        Assert.That(read.Provenance.Epochs, Is.EqualTo([new EpochReport(1, 0.75, 0.5), new(2, 0.5, double.NaN)]));
    }

    [Test]
    public void More_layers_than_are_read_are_not_written()
    {
        Architecture architecture = Architecture
            .WithInputs(2)
            .AddRange(Enumerable.Repeat(new ActivationDescription(Activation.Tanh), 10_000));
        Assert.That(() => Examples.Read<float>(Examples.Written(Model(architecture))), Throws.Nothing);
        AssertNotWritten(Model(architecture.Dropout(0)), "layers");

        static Model<float> Model(Architecture architecture) =>
            Examples.Model<float>(architecture, Examples.Classes(2));
    }

    [Test]
    public void Parameters_that_would_not_be_read_are_not_written()
    {
        Model<float> model = Examples.Small();
        model.Network.Parameters.Values[^1] = float.NaN;
        AssertNotWritten(model, "3.bias");
    }

    private static void AssertNotWritten(Model<float> model, string why)
    {
        using MemoryStream stream = new();
        Assert.That(() => ModelFile.Write(model, stream), Throws.ArgumentException.With.Message.Contains(why));
        Assert.That(stream.Length, Is.Zero);

        DirectoryInfo directory = Directory.CreateTempSubdirectory("tinynn");
        try
        {
            string path = Path.Combine(directory.FullName, "old.model");
            File.WriteAllText(path, "old");
            Assert.That(() => ModelFile.Save(model, path), Throws.ArgumentException);
            Assert.That(File.ReadAllText(path), Is.EqualTo("old"));
            Assert.That(directory.GetFileSystemInfos(), Has.Length.EqualTo(1));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private readonly record struct Cube : IActivationFormula
    {
        public IReadOnlyList<double> Kinks => [];

        public V Value<V>(V z)
            where V : struct, ILanes<V> => z * z * z;

        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V> => V.Constant(3) * z * z;
    }

    private sealed record AllOnes : Initializer
    {
        public override string Name => "ones";

        public override void Fill<T>(Matrix<T> weights, Generator generator) => weights.Values.Fill(T.One);
    }

    private sealed record Passing : LayerDescription
    {
        public override string Kind => "passing";

        public override IReadOnlyList<LayerSetting> Settings => [];

        public override bool KeepsUnits => true;

        public override LayerSize Size(int inputs) => new(inputs);

        public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) => new Dropout<T>(inputs, 0);

        public override void Start<T>(
            int inputs,
            LayerNumbers<T> numbers,
            Activation following,
            Generator generator
        ) { }
    }
}
