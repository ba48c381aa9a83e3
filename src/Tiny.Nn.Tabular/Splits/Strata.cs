using System.Runtime.InteropServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>The rows of each class, by themselves.</summary>
internal static class Strata
{
    /// <summary>For each class that occurs, from the lowest code up, its rows in random order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative.</exception>
    internal static List<int>[] Shuffled(ReadOnlySpan<int> codes, Generator generator)
    {
        SortedDictionary<int, List<int>> classes = [];
        for (int row = 0; row < codes.Length; row++)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(codes[row], nameof(codes));
            if (!classes.TryGetValue(codes[row], out List<int>? rows))
            {
                classes[codes[row]] = rows = [];
            }
            rows.Add(row);
        }
        foreach (List<int> rows in classes.Values)
        {
            generator.Shuffle(CollectionsMarshal.AsSpan(rows));
        }
        return [.. classes.Values];
    }
}
