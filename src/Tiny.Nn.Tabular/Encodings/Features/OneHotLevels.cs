using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>A category as one 0/1 number per level; a missing or unseen level is 0 in all of them.</summary>
internal sealed class OneHotLevels : FeatureEncoding
{
    private const int Listed = 8;

    private readonly CategoryFeature known;
    private readonly LevelPlaces places;

    /// <summary>A category of some levels.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature with the levels that have a place, of the training rows.</param>
    /// <exception cref="ArgumentException">There is no level, or two are the same.</exception>
    public OneHotLevels(int source, CategoryFeature feature)
        : this(source, feature, feature) { }

    private OneHotLevels(int source, CategoryFeature known, CategoryFeature given)
        : base(source, known)
    {
        if (known.Levels.Count == 0)
        {
            throw new ArgumentException("A level at least is wanted.", nameof(known));
        }
        this.known = known;
        places = new LevelPlaces(known, given);
    }

    /// <inheritdoc/>
    public override int Outputs => known.Levels.Count;

    /// <inheritdoc/>
    public override string Description
    {
        get
        {
            string more = known.Levels.Count > Listed ? ", …" : "";
            string levels = string.Join(", ", known.Levels.Take(Listed));
            return $"1 for its level of {known.Levels.Count}: {levels}{more}";
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames => known.Levels.Select(level => $"{Feature.Name}={level}");

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            Span<double> inputs = result.Column(sample).Slice(row, known.Levels.Count);
            inputs.Clear();
            int place = places.Find(cells[sample * step]);
            if (place >= 0)
            {
                inputs[place] = 1;
            }
        }
    }

    internal override FeatureEncoding Reading(Feature given) => new OneHotLevels(Source, known, (CategoryFeature)given);
}
