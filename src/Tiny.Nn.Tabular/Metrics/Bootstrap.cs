using MathNet.Numerics.Statistics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// The bootstrap: what a statistic might have been on other samples is what it is on samples drawn from this one, with replacement.
/// Efron, "Bootstrap Methods: Another Look at the Jackknife", 1979; Efron and Tibshirani, "An Introduction to the Bootstrap", 1993.
/// </summary>
/// <remarks>
/// Percentile intervals: they respect the statistic's range and need no formula for its error, but are somewhat too narrow where
/// there are few samples (Hesterberg, "What Teachers Should Know about the Bootstrap", 2015). Samples are taken to be independent.
/// </remarks>
internal static class Bootstrap
{
    private const int MostReplicates = 2000;
    private const int FewestReplicates = 200;
    private const int MostDraws = 20_000_000;

    /// <summary>How many times so many samples are drawn anew: 2000, but fewer where there are more than 10 000 samples, down to 200.</summary>
    public static int Replicates(int count) =>
        Math.Clamp(MostDraws / Math.Max(count, 1), FewestReplicates, MostReplicates);

    /// <summary>The interval of one statistic.</summary>
    /// <param name="count">How many samples there are.</param>
    /// <param name="statistic">The statistic of some samples: of their places, of which some occur more than once and some not at all.</param>
    /// <param name="generator">The source of chance.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the confidence does not lie between 0 and 1.</exception>
    public static Interval Percentile(
        int count,
        Func<ReadOnlySpan<int>, double> statistic,
        Generator generator,
        double confidence = Interval.DefaultConfidence
    )
    {
        ArgumentNullException.ThrowIfNull(statistic);
        return Percentiles(count, samples => [statistic(samples)], generator, confidence)[0];
    }

    /// <summary>The intervals of several statistics, all on the same draws.</summary>
    /// <param name="count">How many samples there are. Of fewer than two nothing is known.</param>
    /// <param name="statistics">
    /// The statistics of some samples, given by their places. One that is NaN, having no value on a draw, is left out of its interval.
    /// </param>
    /// <param name="generator">The source of chance.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the confidence does not lie between 0 and 1.</exception>
    public static IReadOnlyList<Interval> Percentiles(
        int count,
        Func<ReadOnlySpan<int>, double[]> statistics,
        Generator generator,
        double confidence = Interval.DefaultConfidence
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentNullException.ThrowIfNull(statistics);
        ArgumentNullException.ThrowIfNull(generator);
        double[][] replicates = new double[count < 2 ? 1 : Replicates(count)][];
        int[] drawn = new int[count];
        for (int replicate = 0; replicate < replicates.Length; replicate++)
        {
            for (int i = 0; i < drawn.Length; i++)
            {
                drawn[i] = generator.NextBelow(count);
            }
            replicates[replicate] = statistics(drawn);
        }
        Interval Between(int which) =>
            count < 2 ? Interval.Unknown(confidence) : Middle(replicates.Select(values => values[which]), confidence);
        return [.. Enumerable.Range(0, replicates[0].Length).Select(Between)];
    }

    /// <summary>What lies between the quantiles (1 − c)/2 and (1 + c)/2, with linear interpolation (type 7).</summary>
    private static Interval Middle(IEnumerable<double> replicates, double confidence)
    {
        double[] sorted = [.. replicates.Where(value => !double.IsNaN(value)).Order()];
        double tail = (1 - Interval.Checked(confidence)) / 2;
        return sorted.Length == 0
            ? Interval.Unknown(confidence)
            : new Interval(Quantile(sorted, tail), Quantile(sorted, 1 - tail), confidence);
    }

    private static double Quantile(double[] sorted, double part) =>
        SortedArrayStatistics.QuantileCustom(sorted, part, QuantileDefinition.R7);
}
