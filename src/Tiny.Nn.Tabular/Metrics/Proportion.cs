using MathNet.Numerics.Distributions;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>p = k/n: how many of some samples have a property, such as being recognised.</summary>
/// <param name="Successes">k: how many have it.</param>
/// <param name="Count">n: of how many.</param>
public readonly record struct Proportion(long Successes, long Count)
{
    /// <summary>How many of how many.</summary>
    public override string ToString() => $"{Successes} of {Count}";

    /// <summary>k/n; NaN of no samples.</summary>
    public double Value => (double)Successes / Count;

    /// <summary>
    /// Wilson's interval: all p that a test at this confidence would not reject,
    /// (p + z²/2n ± z·√(p(1 − p)/n + z²/4n²)) / (1 + z²/n). It stays within 0 and 1, and has a width where k is 0 or n.
    /// </summary>
    /// <remarks>
    /// Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", 1927; recommended by Brown, Cai and
    /// DasGupta, "Interval Estimation for a Binomial Proportion", 2001. Of no samples it is 0 to 1. The samples are taken to be
    /// independent: rows that repeat each other, or belong together, make it too narrow.
    /// </remarks>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1, or the counts make no proportion.</exception>
    public Interval Wilson(double confidence = Interval.DefaultConfidence)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Successes, Count);
        double z = Normal.InvCDF(0, 1, 0.5 + Interval.Checked(confidence) / 2);
        if (Count == 0)
        {
            return new Interval(0, 1, confidence);
        }
        double n = Count;
        double p = Value;
        double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
        double half = z * Math.Sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / (1 + z * z / n);

        // At the ends of the scale the two terms are equal on paper, and rounding must not make them differ.
        double lower = Successes == 0 ? 0 : Math.Max(0, centre - half);
        double upper = Successes == Count ? 1 : Math.Min(1, centre + half);
        return new Interval(lower, upper, confidence);
    }
}
