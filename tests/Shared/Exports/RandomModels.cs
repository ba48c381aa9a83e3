using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tests.Shared.Exports;

/// <summary>Models of all that there is, with numbers from a generator: nobody trained them.</summary>
internal sealed class RandomModels(ulong seed)
{
    private static readonly string[] Names =
    [
        "class",
        "2nd",
        "naïve",
        "a b",
        "a  b",
        "int",
        "x",
        "answer",
        "東京",
        "say \"hi\"",
        "*/ end /*",
        "line\nbreak",
        "row",
        "lambda",
        "ok",
        "None",
        "what??/",
        "w",
        "n",
        "cells",
        "back\\slash",
        "{0}",
        "$y",
        "'quote'",
        "",
    ];

    private static readonly string[][] Levels =
    [
        ["no", "yes"],
        ["false", "true"],
        ["1", "2", "10", "2.5"],
        ["01", "1", "007"],
        ["red", "grün", "blau", "", "schwarz ", "東", "\"", "a\\b"],
        ["class", "int", "None"],
        ["only"],
        ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
    ];

    private static readonly string[] Texts =
    [
        "the cat sat on the mat",
        "Größe ÉCOLE",
        "東京 42 東京",
        "",
        "İI ıi ǅ Σς",
        "a-b_c d'e",
        "x",
        "…",
        "\ud83d\ude00 smile",
    ];

    private readonly Generator generator = new(seed);

    /// <summary>A model.</summary>
    internal Model<T> Model<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Feature[] schema = Schema();
        ModelTarget target = Target();
        int outputs = target.Outputs == 2 && Chance(0.5) ? 1 : target.Outputs;
        int bags = Chance(0.6) ? 1 : Count(2, 3);
        return new Model<T>(
            [.. Enumerable.Range(0, bags).Select(_ => Bag<T>(schema, target, outputs))],
            target,
            Provenance.Unknown
        )
        {
            Calibration =
                target is ClassTarget && Chance(0.4)
                    ? new Calibration(0.5 + generator.NextUniform(), 0.1 * generator.NextUniform())
                    : Calibration.None,
        };
    }

    /// <summary>A row of such a model: numbers, texts and null.</summary>
    internal object?[] Row(IReadOnlyList<Feature> schema) => [.. schema.Select(Cell)];

    private object? Cell(Feature feature) =>
        Chance(0.15)
            ? null
            : feature switch
            {
                NumberFeature when Chance(0.1) => Pick<double>([
                    0,
                    -0.0,
                    1e300,
                    -1e300,
                    1e-310,
                    4.5,
                    double.PositiveInfinity,
                ]),
                NumberFeature => Normal(),
                CategoryFeature when Chance(0.15) => Pick(["never seen", "TRUEISH", "1e", "-"]),
                CategoryFeature { Levels: var levels } => Pick([.. levels]),
                DateFeature => Math.Round(20000 * Normal() + (Chance(0.5) ? 0 : generator.NextUniform()), 0)
                    + Pick<double>([0, 0.5, 0.75, 0.96875]),
                _ => Pick(Texts),
            };

    private Feature[] Schema()
    {
        int columns = Count(1, 7);
        string[] names = [.. Names.Order().OrderBy(_ => generator.NextUniform()).Take(columns)];
        bool isPlain = Chance(0.2);
        return [.. names.Select(name => isPlain ? new NumberFeature(name) : AnyFeature(name))];
    }

    private Feature AnyFeature(string name) =>
        Count(0, 5) switch
        {
            0 or 1 => new NumberFeature(name) { Unit = Chance(0.3) ? "kg" : null },
            2 or 3 => new CategoryFeature(name, Pick(Levels)),
            4 => new DateFeature(name),
            _ => new TextFeature(name, Texts),
        };

    private ModelTarget Target() =>
        Count(0, 3) switch
        {
            0 => new NumberTarget("y", new Standardization([Normal()], [Math.Abs(Normal())]))
            {
                Range = Chance(0.5) ? (-1, 1) : null,
            },
            1 => new ClassTarget("kind", ["no", "yes"])
            {
                Threshold = Chance(0.5) ? 0.3 : ClassTarget.UsualThreshold,
                Positive = Chance(0.5) ? "no" : null,
            },
            _ => new ClassTarget("kind", [.. Names.Take(Count(3, 6))]),
        };

    private Bag<T> Bag<T>(Feature[] schema, ModelTarget target, int outputs)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        const int rows = 40;
        Matrix<double> cells = new(schema.Length, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < schema.Length; column++)
            {
                cells[column, row] = Training(schema[column], row);
            }
        }
        EncodingOptions options = new()
        {
            Scaling = Pick(Enum.GetValues<ScalingKind>()),
            Bins = Chance(0.3) ? Count(2, 5) : 0,
            MaxLevels = Count(2, 6),
            MarkFrom = 0,
            WordBuckets = Count(1, 9),
        };
        TableEncoding encoding = TableEncoding.Fit(schema, cells, options);
        Architecture architecture = Architecture(encoding.Outputs, outputs, target);
        int networks = Chance(0.6) ? 1 : Count(2, 3);
        return new Bag<T>(encoding, [.. Enumerable.Range(0, networks).Select(_ => Network<T>(architecture))])
        {
            Weight = 0.5 + generator.NextUniform(),
        };
    }

    private double Training(Feature feature, int row) =>
        Chance(0.1)
            ? double.NaN
            : feature switch
            {
                NumberFeature => row % 3 == 0 ? 2 : Normal(),
                CategoryFeature { Levels.Count: var count } => Count(0, Chance(0.5) ? 0 : count - 1),
                DateFeature => Math.Floor(20000 * generator.NextUniform()) + (row % 2 == 0 ? 0.25 : 0),
                _ => Count(0, Texts.Length - 1),
            };

    private SequentialNetwork<T> Network<T>(Architecture architecture)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SequentialNetwork<T> network = architecture.Build<T>(new Generator((ulong)Count(1, 1 << 20)));
        foreach (ref T number in network.Parameters.Values)
        {
            number += T.CreateTruncating(0.2 * Normal());
        }
        foreach (ref T number in network.State.Values)
        {
            number += T.CreateTruncating(generator.NextUniform());
        }
        return network;
    }

    private Architecture Architecture(int inputs, int outputs, ModelTarget target)
    {
        Architecture made = Networks.Architecture.WithInputs(inputs);
        for (int layer = Count(0, 4); layer > 0; layer--)
        {
            Activation activation = Pick([.. Activation.All.Where(one => one != Activation.Softmax)]);
            made = Count(0, 8) switch
            {
                0 => made.Add(new DiagonalScalingDescription()),
                1 => made.Add(new DropoutDescription(0.2)),
                2 => made.Add(new BatchNormalizationDescription()),
                3 => made.Add(new LayerNormalizationDescription()),
                4 => made.Add(new NtkDenseDescription(Count(1, 9)))
                    .Add(new ParametricActivationDescription(activation)),
                5 => made.Add(
                    new PeriodicEmbeddingDescription(
                        InputRanges.Parse(made.Outputs > 2 ? "0,2" : "0"),
                        Count(1, 5),
                        Count(2, 4)
                    )
                ),
                6 => made.Add(new ActivationDescription(Chance(0.3) ? Activation.Softmax : activation)),
                7 => made.Add(new DenseDescription(Count(60, 140))).Add(new ActivationDescription(activation)),
                _ => made.Add(new DenseDescription(Count(1, 20))).Add(new ActivationDescription(activation)),
            };
        }
        made = made.Add(new DenseDescription(outputs));
        return target is NumberTarget
            ? made
            : made.Add(new ActivationDescription(outputs == 1 ? Activation.Sigmoid : Activation.Softmax));
    }

    private bool Chance(double share) => generator.NextUniform() < share;

    private int Count(int least, int most) => least + (int)((most - least + 1) * generator.NextUniform());

    private double Normal() => 2 * generator.NextNormal();

    private TItem Pick<TItem>(IReadOnlyList<TItem> items) => items[Count(0, items.Count - 1)];
}
