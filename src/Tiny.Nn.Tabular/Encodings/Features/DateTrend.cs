using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>Where a date lies in the course of time: the year, and the days since 1970. Where it is missing, those of a typical date.</summary>
internal sealed class DateTrend : FeatureEncoding
{
    /// <summary>How many inputs it contributes.</summary>
    internal const int Inputs = 2;

    /// <summary>The trend of a date.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="fill">The days since 1970 that stand in for a missing date.</param>
    /// <exception cref="ArgumentException">The fill is not finite.</exception>
    public DateTrend(int source, DateFeature feature, double fill)
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
    public override int Outputs => Inputs;

    /// <inheritdoc/>
    public override string Description =>
        $"year and days, of {Calendar.Day(Fill).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} if missing";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames => [$"{Feature.Name} (year)", $"{Feature.Name} (days)"];

    internal override bool IsAmount => true;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            double cell = cells[sample * step];
            double days = double.IsNaN(cell) ? Fill : cell;
            Span<double> inputs = result.Column(sample)[row..];
            inputs[0] = Calendar.Day(days).Year;
            inputs[1] = days;
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;
}
