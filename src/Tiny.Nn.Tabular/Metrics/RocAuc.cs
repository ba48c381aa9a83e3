using MathNet.Numerics.Distributions;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// The area under the ROC curve of two classes: the probability that a positive sample scores higher than a negative one, where an
/// equal score counts half. 1 is perfect, ½ is chance. Hanley and McNeil, "The meaning and use of the area under a receiver
/// operating characteristic (ROC) curve", 1982.
/// </summary>
/// <param name="Value">The area; NaN where one of the classes has no sample.</param>
/// <param name="Interval">Where the true area lies.</param>
public sealed record RocAuc(double Value, Interval Interval)
{
    /// <summary>The area and its interval.</summary>
    public override string ToString() => $"ROC AUC {Rounded.Text(Value)} ({Interval.Ends})";

    /// <summary>
    /// The area and DeLong's interval, A ± z·√(S₁/m + S₀/n) within 0 and 1. S₁ is the variance, over the m positive samples, of the part
    /// of negative samples that each outscores; S₀ likewise over the n negative ones. DeLong, DeLong and Clarke-Pearson, "Comparing the
    /// Areas under Two or More Correlated Receiver Operating Characteristic Curves", 1988.
    /// </summary>
    /// <remarks>
    /// Where the scores separate the classes both variances are 0, and would claim certainty. Then the interval reaches from 1 down to
    /// (α/2)^(1/min(m, n)), the exact bound of so many independent pairs that are all in order; and likewise from 0.
    /// </remarks>
    /// <param name="scores">How much each sample looks positive: a probability, or any number that grows with it.</param>
    /// <param name="positive">Whether it is.</param>
    /// <param name="confidence">Such as 0.95.</param>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a score is NaN.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The confidence does not lie between 0 and 1.</exception>
    public static RocAuc Measure(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> positive,
        double confidence = Interval.DefaultConfidence
    )
    {
        List<Cut> cuts = Cuts.Find(scores, positive);
        (double m, double n) = (cuts[^1].Positives, cuts[^1].Negatives);
        if (m == 0 || n == 0)
        {
            return new RocAuc(double.NaN, Interval.Unknown(confidence));
        }
        double area = 0;
        ForEachTie(cuts, (_, positives, beaten, _) => area += positives * beaten);
        area /= m;
        (double ofPositives, double ofNegatives) = (0, 0);
        ForEachTie(
            cuts,
            (negatives, positives, beaten, beating) =>
            {
                ofPositives += positives * (beaten - area) * (beaten - area);
                ofNegatives += negatives * (beating - area) * (beating - area);
            }
        );
        double variance = ofPositives / (m * Math.Max(1, m - 1)) + ofNegatives / (n * Math.Max(1, n - 1));
        return new RocAuc(area, Around(area, variance, Math.Min(m, n), Interval.Checked(confidence)));
    }

    /// <summary>
    /// For the samples of each score: how many are negative and positive, the part of all negatives that it beats, and the part of all
    /// positives that beat it; an equal score counts half.
    /// </summary>
    private static void ForEachTie(List<Cut> cuts, Action<int, int, double, double> visit)
    {
        Cut above = default;
        foreach (Cut cut in cuts)
        {
            int positives = cut.Positives - above.Positives;
            int negatives = cut.Negatives - above.Negatives;
            double beaten = 1 - (above.Negatives + negatives / 2.0) / cuts[^1].Negatives;
            double beating = (above.Positives + positives / 2.0) / cuts[^1].Positives;
            visit(negatives, positives, beaten, beating);
            above = cut;
        }
    }

    private static Interval Around(double area, double variance, double pairs, double confidence)
    {
        if (area is 0 or 1)
        {
            double bound = Math.Pow((1 - confidence) / 2, 1 / pairs);
            return area == 1 ? new Interval(bound, 1, confidence) : new Interval(0, 1 - bound, confidence);
        }
        double half = Normal.InvCDF(0, 1, 0.5 + confidence / 2) * Math.Sqrt(variance);
        return new Interval(Math.Max(0, area - half), Math.Min(1, area + half), confidence);
    }
}
