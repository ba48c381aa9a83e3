using System.Globalization;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>The words of findings.</summary>
internal static class Evidence
{
    /// <summary>Labels that differ only by case; null where there are none.</summary>
    internal static string? SimilarLabels(IReadOnlyList<string> levels)
    {
        Dictionary<string, string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<string> similar = [];
        foreach (string level in levels)
        {
            if (!seen.TryAdd(level, level))
            {
                similar.Add($"{Excerpt.Quote(seen[level])} and {Excerpt.Quote(level)}");
            }
        }
        return similar.Count == 0 ? null : $"labels that differ only by case: {string.Join(", ", similar.Take(5))}";
    }

    /// <summary>A count with its noun, in the plural where it is not one.</summary>
    internal static string Count(long count, string noun) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + (count == 1 ? $" {noun}" : $" {noun}s");
}
