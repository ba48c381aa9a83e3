using System.Globalization;
using System.Runtime.InteropServices;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Checks;

/// <summary>Columns and rows of a table that are there twice.</summary>
internal static class Duplicates
{
    /// <summary>Features with the same cells in every row. Only columns with the same hash are compared.</summary>
    internal static IEnumerable<Finding> Columns(Table table)
    {
        ulong[] hashes = new ulong[table.Schema.Count];
        for (int row = 0; row < table.Rows; row++)
        {
            for (int i = 0; i < hashes.Length; i++)
            {
                hashes[i] = Mix(hashes[i], Bits(table.Cells[i, row]));
            }
        }
        for (int i = 1; i < hashes.Length; i++)
        {
            for (int first = 0; first < i; first++)
            {
                if (hashes[first] == hashes[i] && AreSame(table, first, i))
                {
                    yield return new Finding(
                        FindingKind.DuplicateColumn,
                        table.FeatureNames[i],
                        $"the same cells as {Excerpt.Name(table.FeatureNames[first])}"
                    );
                    break;
                }
            }
        }
    }

    /// <summary>Rows with the same features and target. What names the rows does not make them different.</summary>
    internal static IEnumerable<Finding> Rows(Table table)
    {
        HashSet<string?> ids =
        [
            .. table
                .FileFindings.Where(finding => finding.Kind == FindingKind.IdLike)
                .Select(finding => finding.Column),
        ];
        int[] features = [.. Enumerable.Range(0, table.Schema.Count).Where(i => !ids.Contains(table.FeatureNames[i]))];
        ReadOnlyMemory<int> codes = table.Target?.Codes ?? default;
        Dictionary<ulong, int> seen = new(table.Rows);
        (int Count, int Row, int First) found = default;
        for (int row = 0; row < table.Rows && features.Length > 0; row++)
        {
            ulong hash = codes.IsEmpty ? 0 : (ulong)codes.Span[row];
            foreach (int i in features)
            {
                hash = Mix(hash, Bits(table.Cells[i, row]));
            }
            ref int first = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, hash, out bool isKnown);
            if (!isKnown)
            {
                first = row;
            }
            else if (AreSameRows(table, features, codes.Span, first, row))
            {
                found = found.Count == 0 ? (1, row, first) : found with { Count = found.Count + 1 };
            }
        }
        if (found.Count > 0)
        {
            string count = found.Count.ToString("N0", CultureInfo.InvariantCulture);
            yield return new Finding(
                FindingKind.DuplicateRows,
                null,
                $"{count} of {table.Rows.ToString("N0", CultureInfo.InvariantCulture)} rows are there already; "
                    + $"the first is line {table.LineOf(found.Row)}, the same as line {table.LineOf(found.First)}"
            );
        }
    }

    private static bool AreSame(Table table, int left, int right)
    {
        bool sameMeaning = (table.Schema[left], table.Schema[right]) switch
        {
            (CategoryFeature a, CategoryFeature b) => a.Levels.SequenceEqual(b.Levels),
            (TextFeature a, TextFeature b) => a.Texts.SequenceEqual(b.Texts),
            var (a, b) => a.GetType() == b.GetType(),
        };
        for (int row = 0; row < table.Rows && sameMeaning; row++)
        {
            sameMeaning = Bits(table.Cells[left, row]) == Bits(table.Cells[right, row]);
        }
        return sameMeaning;
    }

    private static bool AreSameRows(Table table, int[] features, ReadOnlySpan<int> codes, int left, int right)
    {
        bool same = codes.IsEmpty || codes[left] == codes[right];
        for (int i = 0; i < features.Length && same; i++)
        {
            same = Bits(table.Cells[features[i], left]) == Bits(table.Cells[features[i], right]);
        }
        return same;
    }

    /// <summary>The same for the same number: 0 and −0 are one, and so is every NaN.</summary>
    private static ulong Bits(double number) =>
        double.IsNaN(number) ? ulong.MaxValue : BitConverter.DoubleToUInt64Bits(number + 0);

    private static ulong Mix(ulong hash, ulong bits)
    {
        hash = (hash ^ bits) * 0x9E3779B97F4A7C15;
        return hash ^ (hash >> 32);
    }
}
