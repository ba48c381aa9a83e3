using System.Globalization;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>Dates as ISO 8601 writes them, and texts that look like dates of another kind.</summary>
internal static class IsoDate
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm",
        "yyyy-MM-dd'T'HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF",
        "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The days since 1970-01-01T00:00. A time with a zone becomes that of UTC; one without stays as it is.</summary>
    internal static bool TryParse(string text, out double days)
    {
        string written = text.Length > 10 && text[10] == ' ' ? $"{text[..10]}T{text[11..]}" : text;
        bool isDate = DateTime.TryParseExact(
            written,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal,
            out DateTime date
        );
        days = (date - DateTime.UnixEpoch).TotalDays;
        return isDate;
    }

    /// <summary>True for three numbers with the same mark between them, one of which may be a year, with or without a time.</summary>
    internal static bool LooksLikeDate(string text)
    {
        int end = text.AsSpan().IndexOfAny(' ', 'T');
        string date = end < 0 ? text : text[..end];
        int mark = date.AsSpan().IndexOfAny('-', '/', '.');
        if (mark < 0 || (end >= 0 && !text.AsSpan(end).Contains(':')))
        {
            return false;
        }
        string[] parts = date.Split(date[mark]);
        return parts.Length == 3
                && parts.All(part => part.Length > 0 && part.All(char.IsAsciiDigit))
                && (parts[0].Length, parts[1].Length, parts[2].Length) is (4, 1 or 2, 1 or 2) or (1 or 2, 1 or 2, 4)
            || parts is [{ Length: 1 or 2 }, { Length: 1 or 2 }, { Length: 2 }] && date[mark] == '/';
    }
}
