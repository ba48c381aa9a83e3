using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Distilling;

/// <summary>A table with columns of every kind and holes, and models that nobody trained to answer its rows.</summary>
internal static class MixedTable
{
    private static readonly string[] Texts = ["the cat", "the mat sat", "a cat sat"];

    /// <summary>Whole numbers, others, categories, dates and texts; of each something is missing.</summary>
    internal static Table Make(int rows, TargetColumn? target = null)
    {
        Generator generator = new(3);
        int[] order = [.. Enumerable.Range(0, rows)];
        return new TableBuilder()
            .Numbers("count", order.Select(row => row % 7 == 3 ? (double?)null : generator.NextBelow(20)))
            .Numbers("size", order.Select(_ => generator.NextNormal()))
            .Categories(
                "colour",
                order.Select(row =>
                    row % 11 == 5 ? null
                    : row % 3 == 0 ? "red"
                    : $"c{row % 4}"
                )
            )
            .Dates("day", order.Select(row => (DateOnly?)new DateOnly(2020, 1, 1).AddDays(5 * row)))
            .Texts("words", order.Select(row => row % 9 == 2 ? null : Texts[row % 3]))
            .Build(target);
    }

    /// <summary>Two wide networks of random weights.</summary>
    internal static Model<float> Large(Table table, ModelTarget target)
    {
        TableEncoding encoding = TableEncoding.Fit(table.Schema, table.Features, new EncodingOptions());
        int outputs = target.Outputs == 2 ? 1 : target.Outputs;
        Activation last =
            target is NumberTarget ? Activation.Identity
            : outputs == 1 ? Activation.Sigmoid
            : Activation.Softmax;
        Architecture architecture = Architecture
            .WithInputs(encoding.Outputs)
            .Dense(60, Activation.Tanh)
            .Dense(outputs, last);
        return new Model<float>(
            [
                new Bag<float>(
                    encoding,
                    [architecture.Build<float>(new Generator(1)), architecture.Build<float>(new Generator(2))]
                ),
            ],
            target,
            Provenance.Unknown
        );
    }

    internal static ModelTarget Number { get; } =
        new NumberTarget("y", new Standardization([100], [7])) { Unit = "kg" };

    internal static ModelTarget Classes(int count) =>
        new ClassTarget("y", [.. Enumerable.Range(0, count).Select(code => $"k{code}")]);
}
