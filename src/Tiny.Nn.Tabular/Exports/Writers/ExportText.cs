using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Exports.Writers;

/// <summary>Texts of a model inside a source text.</summary>
internal static class ExportText
{
    private const int LongestComment = 100;

    /// <summary>A name as a comment may hold it: on one line, short, and without what ends a comment or begins one.</summary>
    internal static string Comment(string text)
    {
        StringBuilder plain = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (plain.Length >= LongestComment)
            {
                plain.Append('…');
                break;
            }
            plain.Append(
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.Surrogate
                || rune.Value is '\\'
                    ? new Rune('_')
                    : rune
            );
        }
        return plain
            .ToString()
            .Replace("*/", "* /", StringComparison.Ordinal)
            .Replace("/*", "/ *", StringComparison.Ordinal)
            .Replace("??", "? ?", StringComparison.Ordinal)
            .Replace("\"\"\"", "'''", StringComparison.Ordinal);
    }

    /// <summary>A text in double quotes, as C#, JavaScript and Python read it: ASCII as it is, all else by \u and four digits.</summary>
    internal static string Quote(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char letter in text)
        {
            _ = letter switch
            {
                '"' or '\\' => quoted.Append('\\').Append(letter),
                >= ' ' and <= '~' => quoted.Append(letter),
                _ => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
            };
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>The same for Python, where a letter beyond four digits is one and not two: \U and eight digits.</summary>
    internal static string QuoteWide(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (Rune rune in text.EnumerateRunes())
        {
            quoted.Append(
                rune.IsBmp
                    ? Quote(rune.ToString())[1..^1]
                    : string.Create(CultureInfo.InvariantCulture, $"\\U{rune.Value:x8}")
            );
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A text in double quotes, as C reads it: the bytes of its UTF-8, in octal where they are not printable.</summary>
    internal static string QuoteBytes(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (byte one in Encoding.UTF8.GetBytes(text))
        {
            _ = (char)one switch
            {
                '"' or '\\' or '?' => quoted.Append('\\').Append((char)one),
                >= ' ' and <= '~' => quoted.Append((char)one),
                _ => quoted.Append('\\').Append(Convert.ToString(one, 8).PadLeft(3, '0')),
            };
        }
        return quoted.Append('"').ToString();
    }

    /// <summary>A whole number.</summary>
    internal static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number with a comma every three digits.</summary>
    internal static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
