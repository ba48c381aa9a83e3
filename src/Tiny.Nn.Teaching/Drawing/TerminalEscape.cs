using System.Globalization;
using System.Text;

namespace Tiny.Nn.Teaching.Drawing;

/// <summary>
/// Text from a file, made fit for a terminal: names in data may hold line breaks and the sequences that terminals obey.
/// </summary>
internal static class TerminalEscape
{
    /// <summary>The text on one line, with what a terminal obeys spelt out.</summary>
    internal static string Line(string text)
    {
        StringBuilder result = new(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
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
