using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>1 where a category's level has no place of its own, because it was rare or never seen; else 0.</summary>
internal sealed class InfrequentCategory : FeatureEncoding
{
    private readonly CategoryFeature known;
    private readonly LevelPlaces places;

    /// <summary>The place that levels without one share.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature with the levels that have a place of their own.</param>
    public InfrequentCategory(int source, CategoryFeature feature)
        : this(source, feature, feature) { }

    private InfrequentCategory(int source, CategoryFeature known, CategoryFeature given)
        : base(source, known)
    {
        this.known = known;
        places = new LevelPlaces(known, given);
    }

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <inheritdoc/>
    public override string Description => "1 for any other level";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames => [$"{Feature.Name} (other)"];

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            result.Column(sample)[row] = places.Find(cells[sample * step]) == LevelPlaces.Unseen ? 1 : 0;
        }
    }

    internal override FeatureEncoding Reading(Feature given) =>
        new InfrequentCategory(Source, known, (CategoryFeature)given);
}
