using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Files;

/// <summary>Names and texts in a file: what may be written, and how one that was read is shown to people.</summary>
internal static class FileText
{
    /// <summary>The one name in a safetensors header that is not a tensor.</summary>
    internal const string MetadataKey = "__metadata__";

    /// <summary>An error message quotes no more of a name than this.</summary>
    private const int Quoted = 60;

    /// <summary>No message about a file is longer than this, whatever the file holds.</summary>
    private const int LongestMessage = 400;

    /// <summary>UTF-8 that refuses half a surrogate pair instead of replacing it.</summary>
    internal static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The text has no UTF-8 form, so it would not come back as it was.</exception>
    internal static void Require(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        try
        {
            _ = Utf8.GetByteCount(text);
        }
        catch (EncoderFallbackException cause)
        {
            throw new ArgumentException($"Not valid Unicode: {Quote(text)}.", parameter, cause);
        }
    }

    /// <summary>A name from a file, safe to print: short, and without characters that steer a terminal.</summary>
    internal static string Quote(string name) => $"'{Printable(name, Quoted)}'";

    /// <summary>A message that may quote a file, likewise.</summary>
    internal static string Printable(string message) => Printable(message, LongestMessage);

    private static string Printable(string text, int longest)
    {
        StringBuilder printable = new();
        foreach (char c in text.AsSpan(0, Math.Min(text.Length, longest)))
        {
            _ = char.GetUnicodeCategory(c)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                ? printable.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : printable.Append(c);
        }
        return printable.Append(text.Length > longest ? "…" : "").ToString();
    }
}
