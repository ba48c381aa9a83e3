using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Between which numbers a measure lies, whatever the model and the rows.</summary>
/// <param name="Lower">The least that it can come to; −∞ where there is no bound.</param>
/// <param name="Upper">The most that it can come to; ∞ where there is no bound.</param>
public readonly record struct MeasureRange(double Lower, double Upper)
{
    /// <summary>From 0 to 1, as an accuracy.</summary>
    public static MeasureRange Share { get; } = new(0, 1);

    /// <summary>From −1 to 1, as a correlation.</summary>
    public static MeasureRange Correlation { get; } = new(-1, 1);

    /// <summary>From 0 on, as an error in the unit of the target.</summary>
    public static MeasureRange Error { get; } = new(0, double.PositiveInfinity);

    /// <summary>Up to 1, as R².</summary>
    public static MeasureRange UpToOne { get; } = new(double.NegativeInfinity, 1);

    /// <summary>Both bounds, in the invariant culture.</summary>
    public override string ToString() => $"{Rounded.Text(Lower)} to {Rounded.Text(Upper)}";

    /// <summary>The range of the difference of two such measures.</summary>
    internal MeasureRange OfDifference => new(Lower - Upper, Upper - Lower);

    /// <summary>The part of an interval that lies in the range; all of one that is not known.</summary>
    internal Interval Part(Interval interval) =>
        interval.IsKnown
            ? interval with
            {
                Lower = Math.Clamp(interval.Lower, Lower, Upper),
                Upper = Math.Clamp(interval.Upper, Lower, Upper),
            }
            : interval;
}
