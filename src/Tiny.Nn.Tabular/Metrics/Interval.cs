namespace Tiny.Nn.Tabular.Metrics;

/// <summary>
/// A confidence interval: made from many samples in the same way, this part of such intervals would hold the true value.
/// </summary>
/// <param name="Lower">Its lower end.</param>
/// <param name="Upper">Its upper end.</param>
/// <param name="Confidence">The part of such intervals that holds the true value: 0.95 for 95 %.</param>
public readonly record struct Interval(double Lower, double Upper, double Confidence)
{
    /// <summary>The default level.</summary>
    public const double DefaultConfidence = 0.95;

    /// <summary>True where both ends are finite.</summary>
    public bool IsKnown => double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>True where a value lies inside, ends included.</summary>
    public bool Contains(double value) => Lower <= value && value <= Upper;

    /// <summary>The ends, in the invariant culture.</summary>
    public override string ToString() => FormattableString.Invariant($"{Ends} ({Confidence:0.##%})");

    /// <summary>The ends without the confidence.</summary>
    internal string Ends => EndsIn(Rounded.Text);

    /// <summary>The ends in a format; "unknown" where so few samples tell nothing.</summary>
    internal string EndsIn(Func<double, string> format) => IsKnown ? $"{format(Lower)} to {format(Upper)}" : "unknown";

    /// <summary>Of too few samples nothing is known: from −∞ to ∞.</summary>
    internal static Interval Unknown(double confidence) =>
        new(double.NegativeInfinity, double.PositiveInfinity, Checked(confidence));

    /// <summary>The confidence, if it is one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It does not lie between 0 and 1.</exception>
    internal static double Checked(double confidence) =>
        confidence is > 0 and < 1
            ? confidence
            : throw new ArgumentOutOfRangeException(
                nameof(confidence),
                confidence,
                "A confidence lies between 0 and 1."
            );
}
