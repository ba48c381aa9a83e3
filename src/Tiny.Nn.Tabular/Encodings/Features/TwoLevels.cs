using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>A category of two levels as one number: +1 for the first, −1 for the second, 0 for a missing or unseen one.</summary>
internal sealed class TwoLevels : FeatureEncoding
{
    private readonly CategoryFeature known;
    private readonly LevelPlaces places;

    /// <summary>A category of two levels.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature with the two levels of the training rows.</param>
    /// <exception cref="ArgumentException">There are not two levels, or they are the same.</exception>
    public TwoLevels(int source, CategoryFeature feature)
        : this(source, feature, feature) { }

    private TwoLevels(int source, CategoryFeature known, CategoryFeature given)
        : base(source, known)
    {
        if (known.Levels.Count != 2)
        {
            throw new ArgumentException($"Two levels are wanted, not {known.Levels.Count}.", nameof(known));
        }
        this.known = known;
        places = new LevelPlaces(known, given);
    }

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <inheritdoc/>
    public override string Description => $"+1 {known.Levels[0]}, −1 {known.Levels[1]}, 0 missing or unseen";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames => [$"{Feature.Name}={known.Levels[0]}"];

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            int place = places.Find(cells[sample * step]);
            result.Column(sample)[row] =
                place == 0 ? 1
                : place == 1 ? -1
                : 0;
        }
    }

    internal override FeatureEncoding Reading(Feature given) => new TwoLevels(Source, known, (CategoryFeature)given);
}
