using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>The encodings that a file of data may be written in, by their names.</summary>
internal static class TextEncoding
{
    /// <summary>What a file is written in unless something else is said.</summary>
    internal const string Usual = "utf-8";

    /// <summary>What stands for a byte that is none of an encoding: no character, so no text holds it.</summary>
    internal const char Wrong = '\uFFFF';

    private static readonly Dictionary<string, string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        ["utf8"] = Usual,
        ["utf-8-sig"] = Usual,
        ["utf16"] = "utf-16",
        ["utf16le"] = "utf-16le",
        ["utf16be"] = "utf-16be",
        ["latin-1"] = "iso-8859-1",
        ["latin1"] = "iso-8859-1",
        ["latin-9"] = "iso-8859-15",
        ["latin9"] = "iso-8859-15",
        ["ansi"] = "windows-1252",
        ["sjis"] = "shift_jis",
        ["shift-jis"] = "shift_jis",
        ["shiftjis"] = "shift_jis",
        ["ms932"] = "shift_jis",
        ["windows-31j"] = "shift_jis",
        ["eucjp"] = "euc-jp",
        ["euc_jp"] = "euc-jp",
        ["euckr"] = "euc-kr",
        ["euc_kr"] = "euc-kr",
        ["koi8r"] = "koi8-r",
        ["big-5"] = "big5",
    };

    /// <summary>Some of the names, those that are met most often first.</summary>
    internal static IReadOnlyList<string> Names { get; } =
    [
        Usual,
        "utf-16",
        "utf-16le",
        "utf-16be",
        "windows-1252",
        "iso-8859-1",
        "iso-8859-15",
        "shift_jis",
        "euc-jp",
        "iso-2022-jp",
        "gb18030",
        "big5",
        "euc-kr",
        "windows-1250",
        "windows-1251",
        "koi8-r",
    ];

    /// <summary>The name in one spelling; null where there is no such encoding.</summary>
    internal static string? Find(string name)
    {
        string trimmed = name.Trim();
        string known = Others.GetValueOrDefault(trimmed, trimmed.ToLowerInvariant());
        return Create(known) is null ? null : known;
    }

    /// <summary>The name in one spelling.</summary>
    /// <exception cref="ArgumentException">There is no such encoding.</exception>
    internal static string Require(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Find(name)
            ?? throw new ArgumentException(
                $"There is no encoding {Excerpt.Quote(name)}. Some that there are: {string.Join(", ", Names)}."
            );
    }

    /// <summary>An encoding that reads <see cref="Wrong"/> for what is wrong; null where there is none of that name.</summary>
    /// <param name="name">In the spelling of <see cref="Find"/>.</param>
    internal static Encoding? Create(string name)
    {
        DecoderReplacementFallback wrong = new($"{Wrong}");
        EncoderExceptionFallback none = new();
        try
        {
            return PageOf(name) is { } page
                ? CodePagesEncodingProvider.Instance.GetEncoding(page, none, wrong)
                    ?? Encoding.GetEncoding(page, none, wrong)
                : CodePagesEncodingProvider.Instance.GetEncoding(name, none, wrong)
                    ?? Encoding.GetEncoding(name, none, wrong);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The number of a code page, which many programs call cp1252, say; null for another name.</summary>
    private static int? PageOf(string name) =>
        name.StartsWith("cp", StringComparison.Ordinal)
        && int.TryParse(name.AsSpan(2).TrimStart('-'), NumberStyles.None, CultureInfo.InvariantCulture, out int page)
        && page > 0
            ? page
            : null;
}
