using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tests.Encodings;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Models that nobody trained, and their files.</summary>
internal static class Examples
{
    internal static ClassTarget Classes(int count) =>
        new("kind", [.. Enumerable.Range(0, count).Select(i => $"class {i}")]);

    internal static NumberTarget Number { get; } = new("amount", new Standardization([12.5], [3.25]));

    /// <summary>Random parameters, biases among them, and statistics that are no round numbers.</summary>
    internal static Model<T> Model<T>(Architecture architecture, ModelTarget target, Provenance? provenance = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SequentialNetwork<T> network = architecture.BuildUninitialized<T>();
        TestNumbers.Ordinary<T>(network.Parameters.Rows, seed: 5).CopyTo(network.Parameters.Values);
        int inputs = architecture.Inputs;
        Standardization preprocessing = new(
            TestNumbers.Uniform<double>(inputs, -10, 10, seed: 6),
            TestNumbers.Uniform<double>(inputs, 0.1, 10, seed: 7)
        );
        string[] names = [.. Enumerable.Range(1, inputs).Select(i => $"x{i}")];
        return new Model<T>(names, preprocessing, network, target, provenance ?? Provenance.Unknown);
    }

    /// <summary>Three features, three classes, a hidden layer: a few hundred bytes with nearly everything in it.</summary>
    internal static Model<float> Small()
    {
        Model<float> model = Model<float>(
            Architecture
                .WithInputs(3)
                .Dense(2, Activation.Parse("leaky-relu:0.2"))
                .Dropout(0.25)
                .Dense(3, Activation.Softmax),
            Classes(3)
        );
        NumberFeature first = new("x1");
        CategoryFeature second = new("x2", ["a", "b"]);
        NumberFeature third = new("x3");
        TableEncoding encoding = new(
            [first, second, third],
            [new ImputedNumber(0, first, -0.1), new TwoLevels(1, second), new ImputedNumber(2, third, 7)],
            new RobustScaling([1.5, 0, -3], [0.3, 1, 5]),
            [new EncodingNote("x1", "it is a number")]
        );
        return new Model<float>(
            encoding,
            model.Network,
            model.Target,
            new Provenance(
                "1.2.3",
                "some.csv",
                90,
                new Dictionary<string, string> { ["seed"] = "1", ["hidden"] = "2" },
                [new(1, 0.75, 0.5), new(2, 0.5, double.NaN)]
            )
        );
    }

    /// <summary>A model of every kind of feature, encoded in every way there is.</summary>
    internal static Model<T> Mixed<T>(ScalingKind scaling = ScalingKind.Standard)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        EncodingOptions options = new()
        {
            Scaling = scaling,
            MaxLevels = 3,
            WordBuckets = 2,
        };
        TableEncoding encoding = Columns.Fit(options);
        Architecture architecture = Architecture.WithInputs(encoding.Outputs).Dense(2, Activation.Softmax);
        return new Model<T>(encoding, Model<T>(architecture, Classes(2)).Network, Classes(2), Provenance.Unknown);
    }

    /// <summary>The same, of numbers instead of classes.</summary>
    internal static Model<float> SmallRegression() =>
        Model<float>(Architecture.WithInputs(3).Dense(1, Activation.Identity), Number);

    internal static byte[] Written<T>(Model<T> model)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        using MemoryStream stream = new();
        ModelFile.Write(model, stream);
        return stream.ToArray();
    }

    internal static Model<T> Read<T>(byte[] bytes)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => ModelFile.Read<T>(new MemoryStream(bytes), "some.model");

    /// <summary>Samples of about the size that the statistics expect, free text missing: features × samples.</summary>
    internal static Matrix<double> Inputs<T>(Model<T> model, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int features = model.FeatureNames.Count;
        double[] cells = TestNumbers.Uniform<double>(features * samples, -20, 20, seed: 8);
        foreach ((int place, Feature _) in model.Schema.Index().Where(feature => feature.Item is TextFeature))
        {
            for (int sample = 0; sample < samples; sample++)
            {
                cells[sample * features + place] = double.NaN;
            }
        }
        return new Matrix<double>(features, samples, cells);
    }
}
