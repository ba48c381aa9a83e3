using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Exports.Plans;

namespace Tiny.Nn.Exports.Tests;

/// <summary>The cells of one input of an ONNX model for all rows: numbers, or texts.</summary>
/// <param name="Name">The input.</param>
/// <param name="Columns">How many numbers a row has there.</param>
/// <param name="Numbers">Row after row; null where it takes texts.</param>
/// <param name="Texts">A text for each row; null where it takes numbers.</param>
internal sealed record OnnxInput(string Name, int Columns, double[]? Numbers, string[]? Texts)
{
    private const string Missing = "NA";

    /// <summary>The rows of a plan's self-test, as the inputs of its model take them.</summary>
    internal static OnnxInput[] Of(Plan plan, InferenceSession session)
    {
        string[] names = [.. session.InputMetadata.Keys];
        return
        [
            .. plan.Columns.Select(
                (column, place) =>
                    Of(plan, column, place, names[place], session.InputMetadata[names[place]].Dimensions[1])
            ),
        ];
    }

    /// <summary>The same as the runtime takes it.</summary>
    internal NamedOnnxValue Value =>
        Texts is not null
            ? NamedOnnxValue.CreateFromTensor(Name, new DenseTensor<string>(Texts, [Texts.Length, 1]))
            : NamedOnnxValue.CreateFromTensor(
                Name,
                new DenseTensor<double>(Numbers!, [Numbers!.Length / Columns, Columns])
            );

    private static OnnxInput Of(Plan plan, Column column, int place, string name, int columns)
    {
        object?[] cells = [.. plan.Probes.Select(probe => probe.Cells[place])];
        return column switch
        {
            LevelColumn => new(name, 1, null, [.. cells.Select(cell => (string?)cell ?? Missing)]),
            TextColumn => new(name, columns, [.. cells.SelectMany(cell => Words(plan, (string?)cell, columns))], null),
            _ => new(name, 1, [.. cells.Select(cell => cell is double number ? number : double.NaN)], null),
        };
    }

    private static double[] Words(Plan plan, string? text, int columns)
    {
        if (
            text is null
            || text.Trim().Length == 0
            || plan.MissingTexts.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase)
        )
        {
            return [.. Enumerable.Repeat(double.NaN, columns)];
        }
        Matrix<double> counts = new(columns, 1);
        new FeatureHashing(0, new Tiny.Nn.Tabular.Tables.TextFeature("text", [text]), columns).Encode(
            [0.0],
            1,
            counts,
            0
        );
        return counts.Values.ToArray();
    }
}
