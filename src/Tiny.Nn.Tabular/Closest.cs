namespace Tiny.Nn.Tabular;

/// <summary>Did you mean …? The name nearest to a mistyped one.</summary>
/// <remarks>
/// Nearness is the edit distance of Levenshtein (insertions, deletions and substitutions) in which two neighbours that changed
/// places, the commonest slip of all, count as one edit too; without regard to case.
/// A third of the letters may be wrong; beyond that a suggestion would only confuse.
/// </remarks>
internal static class Closest
{
    private const int LongestName = 64;

    /// <summary>The candidate nearest to the name, the first of equally near ones; null when none is near.</summary>
    internal static string? To(string name, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(candidates);
        if (name.Length > LongestName)
        {
            return null;
        }
        string? closest = null;
        int shortest = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates)
        {
            // Every letter that one name has more than the other costs an edit: so most candidates need no table.
            if (Math.Abs(candidate.Length - name.Length) >= shortest)
            {
                continue;
            }
            int distance = Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant());
            if (distance < shortest && distance < name.Length)
            {
                (closest, shortest) = (candidate, distance);
            }
        }
        return closest;
    }

    /// <summary>d(i, j) from d(i−1, j−1), d(i−1, j), d(i, j−1) and, where neighbours changed places, d(i−2, j−2): three rows of the table.</summary>
    private static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        int[] row = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int substituted = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(substituted, Math.Min(row[j - 1], last[j]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }
            (beforeLast, last, row) = (last, row, beforeLast);
        }
        return last[^1];
    }
}
