using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>The rows of each group, and how many of them are of each class: what dividing whole groups looks at.</summary>
internal sealed class GroupStrata
{
    private readonly List<int>[] rows;
    private readonly List<(int Class, int Count)>[] classes;

    /// <summary>Takes groups apart.</summary>
    /// <param name="groups">The group of each row.</param>
    /// <param name="codes">The class of each row; all 0 where there is nothing to stratify by.</param>
    /// <exception cref="ArgumentException">There are more or fewer classes than rows.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A class's code is negative.</exception>
    internal GroupStrata(Groups groups, ReadOnlySpan<int> codes)
    {
        Sizes.Same(groups.Codes.Length, "rows in groups", codes.Length, "classes of rows");
        rows = [.. groups.Names.Select(_ => new List<int>())];
        classes = [.. groups.Names.Select(_ => new List<(int, int)>())];
        Dictionary<int, int> totals = [];
        for (int row = 0; row < codes.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(codes[row], nameof(codes));
            rows[groups.Codes[row]].Add(row);
            totals[codes[row]] = totals.GetValueOrDefault(codes[row]) + 1;
        }

        // Classes are numbered anew, without holes, from the lowest code up.
        int[] known = [.. totals.Keys.Order()];
        ClassSizes = [.. known.Select(code => totals[code])];
        for (int group = 0; group < rows.Length; group++)
        {
            SortedDictionary<int, int> counts = [];
            foreach (int row in rows[group])
            {
                int place = Array.BinarySearch(known, codes[row]);
                counts[place] = counts.GetValueOrDefault(place) + 1;
            }
            classes[group].AddRange(counts.Select(pair => (pair.Key, pair.Value)));
        }
    }

    /// <summary>How many groups there are.</summary>
    internal int Count => rows.Length;

    /// <summary>n_c: how many rows each class has.</summary>
    internal int[] ClassSizes { get; }

    /// <summary>The rows of a group, ascending.</summary>
    internal IReadOnlyList<int> Rows(int group) => rows[group];

    /// <summary>g_c: the classes that occur in a group, and how often.</summary>
    internal IReadOnlyList<(int Class, int Count)> Classes(int group) => classes[group];

    /// <summary>The groups in random order.</summary>
    internal int[] Shuffled(Generator generator)
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        generator.Shuffle<int>(order);
        return order;
    }
}
