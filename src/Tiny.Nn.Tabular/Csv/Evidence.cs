using System.Globalization;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>The words of findings.</summary>
internal static class Evidence
{
    /// <summary>
    /// The finding about texts that were taken for missing; null where there are none. Those that were named are meant so; of the usual ones
    /// that nobody named some may be values.
    /// </summary>
    internal static Finding? Missing(string column, TextCounts texts, CellRules rules)
    {
        if (texts.Texts.Count == 0)
        {
            return null;
        }
        string[] unnamed =
        [
            .. texts.Texts.Where(text => rules.Unnamed.Contains(text, StringComparer.OrdinalIgnoreCase)),
        ];
        string[] others =
        [
            .. rules
                .MissingTexts.Where(text => !unnamed.Contains(text.Trim(), StringComparer.OrdinalIgnoreCase))
                .DefaultIfEmpty(""),
        ];
        Remedy keep = new(RemedyKind.OnlyMissing, others);
        string which = string.Join(" and ", unnamed.Select(Excerpt.Quote));
        string condition =
            unnamed.Length == texts.Texts.Count ? "they are values, keep them"
            : unnamed.Length == 1 ? $"{which} is a value, keep it"
            : $"{which} are values, keep them";
        return new Finding(FindingKind.MissingTexts, column, $"taken for missing: {texts}")
        {
            Remedy = unnamed.Length > 0 ? new Advice($"if {condition} with {keep}") : null,
        };
    }

    /// <summary>The finding about labels that programs write for an error or for nothing; null where there are none.</summary>
    /// <param name="column">The column.</param>
    /// <param name="levels">Its labels.</param>
    /// <param name="counts">How many cells hold each.</param>
    internal static Finding? Errors(string column, IReadOnlyList<string> levels, IReadOnlyList<int> counts)
    {
        int[] places = [.. Enumerable.Range(0, levels.Count).Where(i => PlainNumber.IsErrorText(levels[i]))];
        return places.Length == 0
            ? null
            : new Finding(
                FindingKind.ErrorTexts,
                column,
                $"written for an error or for nothing: {string.Join(", ", places.Select(i => $"{Excerpt.Quote(levels[i])} ({counts[i]})"))}"
            )
            {
                Remedy = new Advice(
                    $"take them for missing with {new Remedy(RemedyKind.Missing, [.. places.Select(i => levels[i])])}"
                ),
            };
    }

    /// <summary>A count with its noun, in the plural where it is not one.</summary>
    internal static string Count(long count, string noun) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + (count == 1 ? $" {noun}" : $" {noun}s");
}
