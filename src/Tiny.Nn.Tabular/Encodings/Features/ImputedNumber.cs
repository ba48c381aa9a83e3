using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>The number; where it is missing, one that was typical of the training rows.</summary>
internal sealed class ImputedNumber : FeatureEncoding
{
    /// <summary>A number with what stands in for it.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="fill">What stands where the number is missing.</param>
    /// <exception cref="ArgumentException">The fill is not finite.</exception>
    public ImputedNumber(int source, NumberFeature feature, double fill)
        : base(source, feature)
    {
        if (!double.IsFinite(fill))
        {
            throw new ArgumentException("What a missing number is filled with is finite.", nameof(fill));
        }
        Fill = fill;
    }

    /// <summary>What stands where the number is missing.</summary>
    public double Fill { get; }

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <inheritdoc/>
    public override string Description => string.Create(CultureInfo.InvariantCulture, $"number, {Fill:G6} if missing");

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames => [Feature.Name];

    internal override bool IsAmount => true;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            double cell = cells[sample * step];
            result.Column(sample)[row] = double.IsNaN(cell) ? Fill : cell;
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;
}
