using System.Globalization;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// How the threshold of two classes is found: a sample whose probability of the positive class is above it is taken for positive.
/// </summary>
public abstract record ThresholdRule
{
    private protected ThresholdRule() { }

    /// <summary>What most classifiers do: the more probable class, p &gt; ½.</summary>
    public static ThresholdRule Half { get; } = new FixedThreshold(0.5);

    /// <summary>Where the positive class's F1 is largest: precision and recall of one class matter.</summary>
    public static ThresholdRule LargestF1 { get; } = new LargestF1();

    /// <summary>Where the mean recall of both classes is largest: both matter the same, however rare.</summary>
    public static ThresholdRule LargestBalancedAccuracy { get; } = new LargestBalancedAccuracy();

    /// <summary>A threshold that is given.</summary>
    /// <param name="threshold">From 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public static ThresholdRule Fixed(double threshold) => new FixedThreshold(threshold);

    /// <summary>Where mistakes cost least in total.</summary>
    /// <param name="falsePositive">What it costs to take a negative sample for positive; above 0.</param>
    /// <param name="falseNegative">What it costs to miss a positive one; above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A cost is not above 0, or not finite.</exception>
    public static ThresholdRule LeastCost(double falsePositive, double falseNegative) =>
        new LeastCost(falsePositive, falseNegative);

    /// <summary>The threshold for samples whose truth is known: the best one; of equally good ones the nearest to ½.</summary>
    /// <remarks>
    /// Candidates lie midway between neighbouring scores, 0 and 1 among them, so that no sample stands on the threshold. Choose on
    /// rows that had no part in training, and judge on others: the score at a threshold is too good on the rows that chose it.
    /// </remarks>
    /// <param name="scores">The probability of the positive class of each sample, from 0 to 1.</param>
    /// <param name="positive">Whether it is positive.</param>
    /// <exception cref="ArgumentException">There is no sample, the lengths differ, or a score is NaN.</exception>
    public abstract double Choose(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive);
}

/// <summary>A threshold that is given.</summary>
/// <param name="Threshold">From 0 to 1.</param>
internal sealed record FixedThreshold(double Threshold) : ThresholdRule
{
    /// <summary>From 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public double Threshold
    {
        get;
        init => field = Checked(value);
    } = Checked(Threshold);

    /// <inheritdoc/>
    public override double Choose(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive) => Threshold;

    /// <summary>The threshold, in the invariant culture.</summary>
    public override string ToString() => Threshold.ToString(CultureInfo.InvariantCulture);

    private static double Checked(double value, [CallerArgumentExpression(nameof(value))] string name = "") =>
        value is >= 0 and <= 1
            ? value
            : throw new ArgumentOutOfRangeException(name, value, "A threshold of a probability lies from 0 to 1.");
}

/// <summary>F1 = 2·TP/(2·TP + FP + FN) of the positive class.</summary>
internal sealed record LargestF1 : ThresholdRule
{
    /// <summary>Its name on a command line.</summary>
    public override string ToString() => "f1";

    /// <inheritdoc/>
    public override double Choose(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive) =>
        ThresholdSearch.Best(
            scores,
            positive,
            (caught, all) => caught.Positives == 0 ? 0 : 2.0 * caught.Positives / (caught.Total + all.Positives)
        );
}

/// <summary>½·(TP/P + TN/N).</summary>
internal sealed record LargestBalancedAccuracy : ThresholdRule
{
    /// <summary>Its name on a command line.</summary>
    public override string ToString() => "balanced-accuracy";

    /// <inheritdoc/>
    public override double Choose(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive) =>
        ThresholdSearch.Best(
            scores,
            positive,
            (caught, all) => Part(caught.Positives, all.Positives) - Part(caught.Negatives, all.Negatives)
        );

    private static double Part(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}

/// <summary>
/// The least total cost of mistakes. With true probabilities that is at cost(FP)/(cost(FP) + cost(FN)) (Elkan, "The Foundations of
/// Cost-Sensitive Learning", 2001); this one is looked for, and so bears with probabilities that are not quite true.
/// </summary>
/// <param name="FalsePositive">What it costs to take a negative sample for positive; above 0.</param>
/// <param name="FalseNegative">What it costs to miss a positive one; above 0.</param>
internal sealed record LeastCost(double FalsePositive, double FalseNegative) : ThresholdRule
{
    /// <summary>What it costs to take a negative sample for positive.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0, or not finite.</exception>
    public double FalsePositive
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(FalsePositive);

    /// <summary>What it costs to miss a positive sample.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not above 0, or not finite.</exception>
    public double FalseNegative
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(FalseNegative);

    /// <summary>The costs, in the invariant culture: <c>cost:1,5</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"cost:{FalsePositive},{FalseNegative}");

    /// <inheritdoc/>
    public override double Choose(ReadOnlySpan<double> scores, ReadOnlySpan<bool> positive) =>
        ThresholdSearch.Best(
            scores,
            positive,
            (caught, _) => caught.Positives * FalseNegative - caught.Negatives * FalsePositive
        );
}
