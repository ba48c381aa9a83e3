using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>
/// Where a date lies in what comes again: the month and the day of the week, each on a circle (sine and cosine), so that December lies
/// beside January. A missing date is in the middle of both.
/// </summary>
internal sealed class DateSeason : FeatureEncoding
{
    /// <summary>How many inputs it contributes.</summary>
    internal const int Inputs = 4;

    /// <summary>The season of a date.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    public DateSeason(int source, DateFeature feature)
        : base(source, feature) { }

    /// <inheritdoc/>
    public override int Outputs => Inputs;

    /// <inheritdoc/>
    public override string Description => "month and day of the week on circles";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames =>
        [
            $"{Feature.Name} (month, sine)",
            $"{Feature.Name} (month, cosine)",
            $"{Feature.Name} (day of week, sine)",
            $"{Feature.Name} (day of week, cosine)",
        ];

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            Span<double> inputs = result.Column(sample).Slice(row, Outputs);
            inputs.Clear();
            double days = cells[sample * step];
            if (!double.IsNaN(days))
            {
                DateOnly date = Calendar.Day(days);
                (inputs[0], inputs[1]) = CyclicalEncoding.Month(date.Month);
                (inputs[2], inputs[3]) = CyclicalEncoding.Day(date.DayOfWeek);
            }
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;
}
