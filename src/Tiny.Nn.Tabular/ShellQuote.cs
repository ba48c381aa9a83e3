using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular;

/// <summary>Arguments of a command line that somebody is to copy.</summary>
internal static class ShellQuote
{
    /// <summary>The text, in quotes where a shell would take it apart.</summary>
    internal static string Argument(string text) => text.Length > 0 && text.All(IsPlain) ? text : Quoted(text);

    /// <summary>The text in quotes. What a terminal would obey or not show, such as a line break, is spelt as <c>$'a\nb'</c>.</summary>
    internal static string Quoted(string text) =>
        text.EnumerateRunes().Any(IsHidden)
            ? $"$'{string.Concat(text.EnumerateRunes().Select(Spelt))}'"
            : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static bool IsPlain(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '.' or '/' or '-' or '_' or ':' or ',' or '+' or '=' or '@' or '\\';

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private static string Spelt(Rune rune) =>
        rune.Value switch
        {
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\'' => "\\'",
            '\\' => "\\\\",
            > 0xFFFF when IsHidden(rune) => $"\\U{rune.Value:X8}",
            _ when IsHidden(rune) => $"\\u{rune.Value:X4}",
            _ => rune.ToString(),
        };
}
