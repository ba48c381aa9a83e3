using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>What the samples of a lesson were before they were brought to one scale: what stands in the file, not what the network sees.</summary>
/// <param name="Kind">How amounts are scaled.</param>
/// <param name="Inputs">By which numbers each input is; null of an input that stays as it is.</param>
/// <param name="RawInputs">Inputs × samples, before.</param>
internal sealed record LessonScaling(ScalingKind Kind, IReadOnlyList<ColumnScale?> Inputs, Matrix<double> RawInputs)
{
    /// <summary>By which numbers the target is standardized; null where it stays as it is.</summary>
    internal ColumnScale? Target { get; init; }

    /// <summary>The target of each sample before; empty where it stays as it is.</summary>
    internal IReadOnlyList<double> RawTargets { get; init; } = [];

    /// <summary>What an encoding and a target do to the rows of a table; null where they leave all numbers as they stand.</summary>
    internal static LessonScaling? Of(TableEncoding encoding, Table table, ModelTarget? target)
    {
        Scaling scaling = encoding.Scaling;
        bool isScaled = scaling.Kind != ScalingKind.None;
        bool[] amounts = [.. encoding.Parts.SelectMany(part => Enumerable.Repeat(part.IsAmount, part.Outputs))];
        ColumnScale?[] inputs =
        [
            .. amounts.Select(
                (isAmount, i) => isScaled && isAmount ? new ColumnScale(scaling.Center[i], scaling.Spread[i]) : null
            ),
        ];
        NumberTarget? number = target as NumberTarget;
        if (number is null && inputs.All(input => input is null))
        {
            return null;
        }
        TableEncoding plain = new(
            encoding.Schema,
            encoding.Parts,
            new Unscaled([.. Enumerable.Repeat(true, encoding.Outputs)]),
            encoding.Notes
        );
        Matrix<double> raw = new(plain.Outputs, table.Rows);
        plain.Apply(table.Features, raw);
        return new LessonScaling(scaling.Kind, inputs, raw)
        {
            Target = number is null ? null : new ColumnScale(number.Scaling.Mean[0], number.Scaling.Scale[0]),
            RawTargets = number is null ? [] : table.Target!.Numbers().ToArray(),
        };
    }

    /// <summary>The same for some of the samples.</summary>
    internal LessonScaling Choose(ReadOnlySpan<int> places)
    {
        Matrix<double> chosen = new(RawInputs.Rows, places.Length);
        double[] targets = new double[RawTargets.Count == 0 ? 0 : places.Length];
        for (int i = 0; i < places.Length; i++)
        {
            RawInputs.Column(places[i]).CopyTo(chosen.Column(i));
            if (targets.Length > 0)
            {
                targets[i] = RawTargets[places[i]];
            }
        }
        return this with { RawInputs = chosen, RawTargets = targets };
    }
}

/// <summary>The two numbers that a column is scaled by: y = (x − m)/s, or what the scaling makes of that.</summary>
/// <param name="Center">m.</param>
/// <param name="Spread">s; 0 of a column that is the same in all rows, which becomes 0.</param>
internal sealed record ColumnScale(double Center, double Spread);
