using System.Globalization;
using Tiny.Nn.Data;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Preprocessing;

/// <summary>
/// A date as the year, the month and the day of the week on a circle each (sine and cosine), and the days since 1970:
/// season, week and trend. A missing date is in the middle of both circles, and has year and days of a typical one.
/// </summary>
public sealed class DateParts : FeatureEncoding
{
    /// <summary>The day number of 1970-01-01, counted from 0001-01-01.</summary>
    private const int Epoch = 719162;

    /// <summary>A date taken apart.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="fill">The days since 1970 that stand in for a missing date.</param>
    /// <exception cref="ArgumentException">The fill is not finite.</exception>
    public DateParts(int source, DateFeature feature, double fill)
        : base(source, feature)
    {
        if (!double.IsFinite(fill))
        {
            throw new ArgumentException("What a missing date is filled with is finite.", nameof(fill));
        }
        Fill = fill;
    }

    /// <summary>The days since 1970 that stand in for a missing date.</summary>
    public double Fill { get; }

    /// <inheritdoc/>
    public override int Outputs => 6;

    /// <inheritdoc/>
    public override string Description =>
        $"year, month, day of the week, days; {Day(Fill).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} if missing";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames =>
        [
            $"{Feature.Name} (year)",
            $"{Feature.Name} (month, sine)",
            $"{Feature.Name} (month, cosine)",
            $"{Feature.Name} (day of week, sine)",
            $"{Feature.Name} (day of week, cosine)",
            $"{Feature.Name} (days)",
        ];

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            double cell = cells[sample * step];
            bool isMissing = double.IsNaN(cell);
            double days = isMissing ? Fill : cell;
            DateOnly date = Day(days);
            (double Sine, double Cosine) month = isMissing ? default : Circle.Month(date.Month);
            (double Sine, double Cosine) day = isMissing ? default : Circle.Day(date.DayOfWeek);
            Span<double> inputs = result.Column(sample)[row..];
            inputs[0] = date.Year;
            (inputs[1], inputs[2]) = month;
            (inputs[3], inputs[4]) = day;
            inputs[5] = days;
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;

    /// <summary>The day that a number of days since 1970 falls on; beyond the calendar, its first or last day.</summary>
    private static DateOnly Day(double days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(Math.Floor(days) + Epoch, 0, DateOnly.MaxValue.DayNumber));
}
