using System.Collections.Immutable;
using MathNet.Numerics.Statistics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>Quantiles by linear interpolation between neighbours: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996).</summary>
internal static class Quantiles
{
    /// <summary>The quantile of numbers in ascending order, at least one.</summary>
    internal static double Find(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    /// <summary>Quantiles at 0, 1/(count − 1), 2/(count − 1), … 1; none below the one before, whatever rounding does.</summary>
    /// <param name="sorted">Numbers in ascending order, at least one.</param>
    /// <param name="count">How many; at least 2.</param>
    internal static ImmutableArray<double> Evenly(double[] sorted, int count)
    {
        double[] quantiles = new double[count];
        for (int i = 0; i < count; i++)
        {
            double quantile = Find(sorted, (double)i / (count - 1));
            quantiles[i] = i == 0 ? quantile : Math.Max(quantile, quantiles[i - 1]);
        }
        return [.. quantiles];
    }

    /// <summary>The middle number, or the mean of the two in the middle.</summary>
    /// <param name="numbers">At least one; their order changes.</param>
    internal static double Median(double[] numbers) => ArrayStatistics.MedianInplace(numbers);
}
