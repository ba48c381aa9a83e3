using MathNet.Numerics.Statistics;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>Quantiles by linear interpolation between neighbours: type 7 of Hyndman and Fan, "Sample Quantiles in Statistical Packages" (1996).</summary>
internal static class Quantiles
{
    /// <summary>The quantile of numbers in ascending order, at least one.</summary>
    internal static double Find(double[] sorted, double share) =>
        SortedArrayStatistics.QuantileCustom(sorted, share, QuantileDefinition.R7);

    /// <summary>The middle number, or the mean of the two in the middle.</summary>
    /// <param name="numbers">At least one; their order changes.</param>
    internal static double Median(double[] numbers) => ArrayStatistics.MedianInplace(numbers);
}
