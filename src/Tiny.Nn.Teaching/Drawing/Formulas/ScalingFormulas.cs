using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Teaching.Drawing.Words;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>How the numbers of a file become those that the network sees: x = (value − m)/s, column by column.</summary>
/// <param name="scaling">What scales them.</param>
/// <param name="names">What the inputs are called.</param>
/// <param name="numbers">How numbers are written.</param>
internal sealed class ScalingFormulas(LessonScaling scaling, IReadOnlyList<string> names, TraceNumbers numbers)
{
    private static readonly Caption TargetName = new("target", "目標値");

    /// <summary>What is done to an amount, in words.</summary>
    internal Caption Note =>
        scaling.Kind switch
        {
            ScalingKind.Standard => new(
                "Amounts are standardized: the mean of the column is taken away, and the rest divided by its standard deviation.",
                "数値の列は標準化されています。列の平均を引き、標準偏差で割ります。"
            ),
            ScalingKind.MinMax => new(
                "Amounts are brought to the range from 0 to 1: the smallest number of the column is taken away, and the rest divided by the distance to the largest.",
                "数値の列は 0 から 1 の範囲に直されています。列の最小値を引き、最大値との差で割ります。"
            ),
            ScalingKind.Robust => new(
                "Amounts are scaled by median and quartiles: c = (value − median)/distance of the quartiles, and then c/√(1 + (c/3)²), which is never beyond ±3.",
                "数値の列は中央値と四分位数で直されています。c = (値 − 中央値)/四分位範囲、さらに c/√(1 + (c/3)²) で ±3 を超えません。"
            ),
            ScalingKind.Quantile => new(
                "Amounts are brought to a normal distribution by their rank: x = Φ⁻¹(share of rows below).",
                "数値の列は順位によって正規分布に直されています。x = Φ⁻¹(下にある行の割合)。"
            ),
            _ => new("The inputs stand as they are in the file.", "入力はファイルの値のままです。"),
        };

    /// <summary>What becomes of each scaled column, with m and s put in.</summary>
    internal IEnumerable<string> Rules(Language language)
    {
        foreach ((int i, ColumnScale? scale) in scaling.Inputs.Index())
        {
            if (scale is not null && Scaled(names[i], scale) is { } side)
            {
                yield return $"{Notation.X(i + 1)} = {side}";
            }
        }
        if (scaling.Target is { } target)
        {
            yield return $"{Notation.T(1)} = {Standardized(TargetName.In(language), target)}";
        }
    }

    /// <summary>The numbers of one sample on their way from the file to the network.</summary>
    /// <param name="sample">Its place in the batch.</param>
    /// <param name="input">What the network sees: inputs × 1.</param>
    /// <param name="target">What it should answer: outputs × 1.</param>
    /// <param name="language">The language of the word for the target.</param>
    internal IEnumerable<TraceLine> Lines(int sample, Matrix<double> input, Matrix<double> target, Language language)
    {
        foreach ((int i, ColumnScale? scale) in scaling.Inputs.Index())
        {
            if (scale is not null)
            {
                string raw = numbers.In(scaling.RawInputs[i, sample]);
                string result = numbers.Of(input[i, 0]);
                yield return Scaled(names[i], scale) is { } symbols
                    ? new TraceLine(Notation.X(i + 1), symbols, Scaled(raw, scale)!, result)
                    : new TraceLine(Notation.X(i + 1), $"Φ⁻¹(F({names[i]}))", $"Φ⁻¹(F({raw}))", result);
            }
        }
        if (scaling.Target is { } standard)
        {
            yield return new TraceLine(
                Notation.T(1),
                Standardized(TargetName.In(language), standard),
                Standardized(numbers.In(scaling.RawTargets[sample]), standard),
                numbers.Of(target[0, 0])
            );
        }
    }

    /// <summary>The numbers of one sample as they stand in the file, behind their names.</summary>
    internal IEnumerable<string> Raw(int sample, Language language)
    {
        foreach ((int i, ColumnScale? scale) in scaling.Inputs.Index())
        {
            if (scale is not null)
            {
                yield return $"{names[i]} = {numbers.Of(scaling.RawInputs[i, sample])}";
            }
        }
        if (scaling.Target is not null)
        {
            yield return $"{TargetName.In(language)} = {numbers.Of(scaling.RawTargets[sample])}";
        }
    }

    /// <summary>The formula with a name or a number in it; null where there is none that is short.</summary>
    private string? Scaled(string value, ColumnScale scale) =>
        scaling.Kind switch
        {
            ScalingKind.Standard or ScalingKind.MinMax => Standardized(value, scale),
            ScalingKind.Robust => $"c/√(1 + (c/3)²), c = {Standardized(value, scale)}",
            _ => null,
        };

    private string Standardized(string value, ColumnScale scale) =>
        scale.Spread == 0
            ? $"0·({value} − {numbers.In(scale.Center)})"
            : $"({value} − {numbers.In(scale.Center)})/{numbers.Of(scale.Spread)}";
}
