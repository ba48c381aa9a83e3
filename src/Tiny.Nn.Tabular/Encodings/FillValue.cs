using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings;

/// <summary>The typical number of a feature, as it stands in for a missing one.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsConstant">True where all numbers are this one.</param>
internal readonly record struct FillValue(double Value, bool IsConstant)
{
    /// <param name="feature">Whose numbers they are.</param>
    /// <param name="column">The numbers, at least one, and NaN.</param>
    /// <param name="missing">How many are NaN.</param>
    /// <param name="kind">What is typical.</param>
    /// <exception cref="DataException">A number is infinite, or so large that the mean of two is.</exception>
    internal static FillValue Find(Feature feature, FeatureCells column, int missing, FillKind kind)
    {
        double[] cells = column.Values;
        double[] known = missing == 0 ? cells : [.. cells.Where(cell => !double.IsNaN(cell))];
        double first = known[0];
        bool isConstant = known.AsSpan().IndexOfAnyExcept(first) < 0;
        double value =
            isConstant ? first
            : kind == FillKind.Mean ? MeanAndDeviation.MeanOf(known)
            : Quantiles.Median(missing == 0 ? column.Spend() : known);
        return double.IsFinite(value) && !cells.AsSpan().ContainsAny(double.PositiveInfinity, double.NegativeInfinity)
            ? new FillValue(value, isConstant)
            : throw new DataException(
                "The numbers of a feature are too large, or not finite.",
                $"column {Excerpt.Name(feature.Name)}",
                "Correct them, or write the column in another unit."
            );
    }
}
