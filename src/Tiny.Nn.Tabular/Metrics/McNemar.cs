using MathNet.Numerics.Distributions;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// McNemar's test: are two classifiers equally often right on the same samples? Only the samples that one of them gets right and
/// the other wrong tell; were the two equally good, each of those would be a coin toss.
/// McNemar, "Note on the sampling error of the difference between correlated proportions or percentages", 1947.
/// </summary>
/// <param name="OnlyFirst">b: how many samples only the first gets right.</param>
/// <param name="OnlySecond">c: how many only the second.</param>
/// <param name="Count">n: how many samples there are.</param>
internal sealed record McNemar(int OnlyFirst, int OnlySecond, int Count)
{
    /// <summary>What was counted, and the mid-p value.</summary>
    public override string ToString() =>
        $"of {Count} rows only the first is right on {OnlyFirst}, only the second on {OnlySecond}, p {Rounded.Text(MidPValue)}";

    /// <summary>(b − c)/n: the accuracy of the first less that of the second.</summary>
    public double Difference => (double)(OnlyFirst - OnlySecond) / Count;

    /// <summary>min(1, 2·P(X ≤ min(b, c))), X ~ Binomial(b + c, ½): never too small, often too large.</summary>
    public double ExactPValue => OnlyFirst + OnlySecond == 0 ? 1 : Math.Min(1, 2 * Tail);

    /// <summary>
    /// The exact one less P(X = min(b, c)): what this library decides by. Fagerland, Lydersen and Laake, "The McNemar test for binary
    /// matched-pairs data: mid-p and asymptotic are better than exact conditional", 2013.
    /// </summary>
    public double MidPValue =>
        OnlyFirst == OnlySecond ? 1 : 2 * Tail - Binomial.PMF(0.5, OnlyFirst + OnlySecond, Lesser);

    private int Lesser => Math.Min(OnlyFirst, OnlySecond);

    private double Tail => Binomial.CDF(0.5, OnlyFirst + OnlySecond, Lesser);

    /// <summary>Counts the samples on which the two differ.</summary>
    /// <param name="first">For each sample, whether the first classifier is right.</param>
    /// <param name="second">Likewise of the second.</param>
    /// <exception cref="ArgumentException">There is no sample, or the lengths differ.</exception>
    public static McNemar Compare(ReadOnlySpan<bool> first, ReadOnlySpan<bool> second)
    {
        Pairs.Check(first.Length, second.Length);
        (int onlyFirst, int onlySecond) = (0, 0);
        for (int sample = 0; sample < first.Length; sample++)
        {
            onlyFirst += first[sample] && !second[sample] ? 1 : 0;
            onlySecond += second[sample] && !first[sample] ? 1 : 0;
        }
        return new McNemar(onlyFirst, onlySecond, first.Length);
    }

    /// <summary>
    /// An interval of the difference: d ± z·√((p₁ + p₂ − d²)/(n + 2)), with p₁ = (b + 1)/(n + 2), p₂ = (c + 1)/(n + 2), d = p₁ − p₂.
    /// Bonett and Price, "Adjusted Wald Confidence Interval for a Difference of Binomial Proportions Based on Paired Data", 2012.
    /// </summary>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public Interval DifferenceInterval(double confidence = Interval.DefaultConfidence)
    {
        double z = Normal.InvCDF(0, 1, 0.5 + Interval.Checked(confidence) / 2);
        double first = (OnlyFirst + 1.0) / (Count + 2.0);
        double second = (OnlySecond + 1.0) / (Count + 2.0);
        double d = first - second;
        double half = z * Math.Sqrt((first + second - d * d) / (Count + 2.0));
        return new Interval(Math.Max(-1, d - half), Math.Min(1, d + half), confidence);
    }
}
