using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>1 where the cell is missing, else 0: that a value is missing is often as informative as the value.</summary>
internal sealed class MissingIndicator : FeatureEncoding
{
    /// <summary>A mark of missing cells.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature, of any kind.</param>
    public MissingIndicator(int source, Feature feature)
        : base(source, feature) { }

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <inheritdoc/>
    public override string Description => "1 if missing";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames => [$"{Feature.Name} (was missing)"];

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            result.Column(sample)[row] = double.IsNaN(cells[sample * step]) ? 1 : 0;
        }
    }

    internal override FeatureEncoding Reading(Feature given) => this;
}
