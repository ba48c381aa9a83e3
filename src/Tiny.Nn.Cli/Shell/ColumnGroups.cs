using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Shell;

/// <summary>What is said of a column, or of many.</summary>
/// <param name="Column">Its name; null of many, or where it is about none.</param>
/// <param name="Count">How many columns it is about, or 1.</param>
/// <param name="Text">What was seen; of many their kind and names, and what was seen in the first.</param>
internal sealed record ColumnRemark(string? Column, int Count, string Text)
{
    /// <summary>How many columns, for people.</summary>
    internal string Columns => string.Create(CultureInfo.InvariantCulture, $"{Count:N0} columns");
}

/// <summary>What is to be said of columns: of a few one by one, of many of which the same is said in one piece. So five thousand columns make no more lines than fifty.</summary>
internal static partial class ColumnGroups
{
    /// <summary>The same is said of so many columns one by one.</summary>
    internal const int MostAlone = 5;

    private const int MostNamed = 5;

    /// <summary>Findings, by their kind.</summary>
    internal static IEnumerable<ColumnRemark> Of(IEnumerable<Finding> findings) =>
        Of(findings, finding => finding.Kind, finding => finding.Column, AdviceWords.Evidence, Words);

    /// <summary>Findings of one kind, where the kind stands beside them.</summary>
    internal static IEnumerable<ColumnRemark> OfKind(IEnumerable<Finding> findings) =>
        Of(findings, finding => finding.Kind, finding => finding.Column, AdviceWords.Evidence, _ => "");

    /// <summary>Notes of an encoding, by what they say but for its numbers.</summary>
    internal static IEnumerable<ColumnRemark> Of(IEnumerable<EncodingNote> notes) =>
        Of(notes, note => Digits().Replace(note.Text, ""), note => note.Feature, note => note.Text, _ => "");

    private static IEnumerable<ColumnRemark> Of<TItem, TKind>(
        IEnumerable<TItem> items,
        Func<TItem, TKind> kind,
        Func<TItem, string?> column,
        Func<TItem, string> text,
        Func<TItem, string> words
    )
    {
        TItem[] all = [.. items];
        ILookup<TKind, TItem> groups = all.ToLookup(kind);
        HashSet<TKind> said = [];
        foreach (TItem item in all)
        {
            TItem[] same = [.. groups[kind(item)].Take(MostAlone + 1)];
            if (same.Length <= MostAlone)
            {
                yield return new ColumnRemark(column(item), 1, text(item));
            }
            else if (said.Add(kind(item)))
            {
                string named = string.Join(
                    ", ",
                    same.Take(MostNamed).Select(one => Excerpt.Name(column(one) ?? "the file"))
                );
                string about = words(item) is { Length: > 0 } what ? $"{what}: " : "";
                yield return new ColumnRemark(
                    null,
                    groups[kind(item)].Count(),
                    $"{about}{named}, …; the first: {text(item)}"
                );
            }
        }
    }

    /// <summary>A kind in words: "missing cells".</summary>
    private static string Words(Finding finding) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName($"{finding.Kind}").Replace('-', ' ');

    [GeneratedRegex("""-?[0-9][0-9.,]*(E[+-]?[0-9]+)?|NaN""")]
    private static partial Regex Digits();
}
