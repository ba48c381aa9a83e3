using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>The hour of a date with a time, on a circle: sine and cosine. A missing one is in its middle.</summary>
/// <remarks>It is the nearest hour.</remarks>
internal sealed class HourOfDay : FeatureEncoding
{
    /// <summary>How many inputs it contributes.</summary>
    internal const int Inputs = 2;

    private const int Hours = 24;

    /// <summary>The hour of a date.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    public HourOfDay(int source, DateFeature feature)
        : base(source, feature) { }

    /// <inheritdoc/>
    public override int Outputs => Inputs;

    /// <inheritdoc/>
    public override string Description => "hour of the day";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames =>
        [$"{Feature.Name} (hour, sine)", $"{Feature.Name} (hour, cosine)"];

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            double cell = cells[sample * step];
            double share = cell - Math.Floor(cell);
            (double Sine, double Cosine) hour = double.IsFinite(share)
                ? CyclicalEncoding.Hour((int)Math.Round(share * Hours) % Hours)
                : default;
            Span<double> inputs = result.Column(sample)[row..];
            (inputs[0], inputs[1]) = hour;
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;
}
