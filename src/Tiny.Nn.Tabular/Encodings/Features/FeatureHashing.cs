using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>
/// Free text as counts of words: each word adds 1 to the input number h mod n, and the counts are then divided by the root of the sum
/// of their squares. h is the FNV-1a hash, 64 bits, of the lower-cased word in UTF-8; a word is a run of letters and digits.
/// A text without words, and a missing one, is 0 throughout.
/// </summary>
/// <remarks>No list of words is kept: words that never occurred in training have a place too, perhaps together with others.</remarks>
internal sealed class FeatureHashing : FeatureEncoding
{
    /// <summary>The words of a text are spread among so many inputs at most.</summary>
    public const int MostBuckets = 1 << 16;

    private readonly IReadOnlyList<string> texts;

    /// <summary>The words of a text.</summary>
    /// <param name="source">The place of the feature in the table.</param>
    /// <param name="feature">The feature with the texts that cells are counted by.</param>
    /// <param name="buckets">n: among how many inputs the words are spread.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no input, or too many.</exception>
    public FeatureHashing(int source, TextFeature feature, int buckets)
        : base(source, feature)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(buckets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buckets, MostBuckets);
        texts = feature.Texts;
        Outputs = buckets;
    }

    /// <inheritdoc/>
    public override int Outputs { get; }

    /// <inheritdoc/>
    public override string Description => $"words, hashed to {Outputs} counts";

    /// <inheritdoc/>
    public override IEnumerable<string> OutputNames =>
        Enumerable.Range(1, Outputs).Select(bucket => $"{Feature.Name} (words {bucket}/{Outputs})");

    internal override bool IsAmount => false;

    internal override void Encode(ReadOnlySpan<double> cells, int step, Matrix<double> result, int row)
    {
        for (int sample = 0; sample < result.Columns; sample++)
        {
            Span<double> counts = result.Column(sample).Slice(row, Outputs);
            counts.Clear();
            double cell = cells[sample * step];
            int place = (int)cell;
            if (place == cell && (uint)place < (uint)texts.Count)
            {
                Words.Count(texts[place], counts);
                Normalize(counts);
            }
        }
    }

    internal override FeatureEncoding Reading(Feature given) => new FeatureHashing(Source, (TextFeature)given, Outputs);

    private static void Normalize(Span<double> counts)
    {
        double squares = 0;
        foreach (double count in counts)
        {
            squares += count * count;
        }
        double norm = Math.Sqrt(squares);
        for (int i = 0; i < counts.Length && norm > 0; i++)
        {
            counts[i] /= norm;
        }
    }
}
