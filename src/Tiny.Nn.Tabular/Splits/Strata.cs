using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>The rows of each class, by themselves.</summary>
internal static class Strata
{
    /// <summary>For each class that occurs, from the lowest code up, its rows in random order.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative.</exception>
    internal static int[][] Shuffled(ReadOnlySpan<int> codes, Generator generator)
    {
        SortedDictionary<int, int> counts = [];
        foreach (int code in codes)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(code, nameof(codes));
            counts[code] = counts.GetValueOrDefault(code) + 1;
        }
        int[][] classes = [.. counts.Values.Select(count => new int[count])];
        Dictionary<int, int> places = counts.Keys.Index().ToDictionary(code => code.Item, code => code.Index);
        int[] filled = new int[classes.Length];
        for (int row = 0; row < codes.Length; row++)
        {
            int place = places[codes[row]];
            classes[place][filled[place]++] = row;
        }
        foreach (int[] rows in classes)
        {
            generator.Shuffle<int>(rows);
        }
        return classes;
    }
}
