using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular;

/// <summary>Text out of a file, made fit for a message: short, on one line, and without characters that a terminal obeys.</summary>
internal static class Excerpt
{
    private const int LongestText = 60;
    private const int LongestList = 20;

    /// <summary>The text in double quotes.</summary>
    internal static string Quote(string text) => $"\"{Shorten(text)}\"";

    /// <summary>The name of a column in single quotes.</summary>
    internal static string Name(string name) => $"'{Shorten(name)}'";

    /// <summary>The first of many names, and how many more there are.</summary>
    internal static string List(IReadOnlyList<string> names)
    {
        string listed = string.Join(", ", names.Take(LongestList).Select(Shorten));
        return names.Count <= LongestList ? listed : $"{listed} and {names.Count - LongestList} more";
    }

    private static string Shorten(string text)
    {
        StringBuilder result = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (result.Length >= LongestText)
            {
                return result.Append('…').ToString();
            }
            result.Append(IsHarmless(rune) ? rune.ToString() : $"\\u{{{rune.Value:X}}}");
        }
        return result.ToString();
    }

    private static bool IsHarmless(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
            );
}
