using System.Globalization;

namespace Tiny.Nn.Layers.Embeddings;

/// <summary>Some of the inputs of a layer, by their indices from 0 on: ranges in ascending order, as in the text <c>0-3,7</c>.</summary>
public sealed record InputRanges
{
    private readonly (int First, int Last)[] ranges;

    private InputRanges((int First, int Last)[] ranges)
    {
        this.ranges = ranges;
    }

    /// <summary>The ranges in ascending order: the first and the last index of each.</summary>
    internal IReadOnlyList<(int First, int Last)> Ranges => ranges;

    /// <summary>How many inputs they are.</summary>
    public long Count => ranges.Sum(range => (long)range.Last - range.First + 1);

    /// <summary>The largest index.</summary>
    public int Last => ranges[^1].Last;

    /// <summary>The indices in ascending order.</summary>
    public IEnumerable<int> Indices =>
        ranges.SelectMany(range => Enumerable.Range(range.First, range.Last - range.First + 1));

    /// <summary>The inputs of these indices.</summary>
    /// <param name="indices">At least one, in any order.</param>
    /// <exception cref="ArgumentException">There is none, one is negative, or one is there twice.</exception>
    public static InputRanges Of(params IEnumerable<int> indices)
    {
        List<(int First, int Last)> ranges = [];
        foreach (int index in indices.Order())
        {
            if (index < 0 || (ranges.Count > 0 && ranges[^1].Last == index))
            {
                throw new ArgumentException($"The input {index} is negative, or given twice.", nameof(indices));
            }
            if (ranges.Count > 0 && ranges[^1].Last == index - 1)
            {
                ranges[^1] = (ranges[^1].First, index);
            }
            else
            {
                ranges.Add((index, index));
            }
        }
        return ranges.Count > 0
            ? new InputRanges([.. ranges])
            : throw new ArgumentException("At least one input must be chosen.", nameof(indices));
    }

    /// <summary>Blocks of inputs, each a range of its own even where it begins where another one ends.</summary>
    /// <param name="blocks">At least one, in ascending order: the first index of each, and how many inputs it has.</param>
    /// <exception cref="ArgumentException">There is none, one is empty, an index is negative, or a block begins within the one before.</exception>
    public static InputRanges OfBlocks(params IEnumerable<(int First, int Count)> blocks)
    {
        List<(int First, int Last)> ranges = [];
        foreach ((int first, int count) in blocks)
        {
            if (count < 1 || first < (ranges.Count > 0 ? ranges[^1].Last + 1 : 0))
            {
                throw new ArgumentException(
                    $"The block of {count} inputs from {first} on is empty, negative, or not behind the one before.",
                    nameof(blocks)
                );
            }
            ranges.Add((first, first + count - 1));
        }
        return ranges.Count > 0
            ? new InputRanges([.. ranges])
            : throw new ArgumentException("At least one block must be chosen.", nameof(blocks));
    }

    /// <summary>The inputs of a text such as <c>0-3,7</c>: indices and ranges in ascending order.</summary>
    /// <exception cref="FormatException">It is no such text.</exception>
    public static InputRanges Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<(int First, int Last)> ranges = [];
        foreach (string part in text.Split(','))
        {
            string[] ends = part.Split('-', 2);
            if (
                !int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
                || !int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
                || last < first
                || (ranges.Count > 0 && first <= ranges[^1].Last)
            )
            {
                throw new FormatException(
                    $"\"{text}\" is no list of inputs: it is written like 0-3,7, in ascending order."
                );
            }
            ranges.Add((first, last));
        }
        return new InputRanges([.. ranges]);
    }

    /// <inheritdoc/>
    public bool Equals(InputRanges? other) => other is not null && $"{this}" == $"{other}";

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(ranges.Length, ranges[0], Last);

    /// <summary>The text that <see cref="Parse"/> reads.</summary>
    public override string ToString() =>
        string.Join(
            ',',
            ranges.Select(range =>
                range.First == range.Last
                    ? string.Create(CultureInfo.InvariantCulture, $"{range.First}")
                    : string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}")
            )
        );
}
