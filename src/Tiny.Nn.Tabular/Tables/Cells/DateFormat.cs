using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>How dates are written: ISO 8601, a custom format of .NET in the invariant culture, or seconds or milliseconds since 1970.</summary>
internal sealed class DateFormat
{
    private const DateTimeStyles Styles =
        DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal | DateTimeStyles.NoCurrentDateDefault;

    private const double SecondsPerDay = 86_400;
    private const double LongestDays = 3_000_000;

    private static readonly SearchValues<char> Marks = SearchValues.Create("/.-: 年년");

    private readonly Lazy<string[]> formats;
    private readonly double unit;

    private DateFormat(string name, params string[] formats)
        : this(name, new Lazy<string[]>(formats)) { }

    private DateFormat(string name, Lazy<string[]> formats) => (Name, this.formats) = (name, formats);

    private DateFormat(string name, double unit)
        : this(name, []) => this.unit = unit;

    /// <summary>The usual one.</summary>
    internal static DateFormat Iso { get; } = new("yyyy-MM-dd");

    private static readonly DateFormat Seconds = new("unix", 1 / SecondsPerDay);
    private static readonly DateFormat Milliseconds = new("unix-ms", 1 / SecondsPerDay / 1000);
    private static readonly DateFormat Digits = new(
        "yyyyMMdd",
        "yyyyMMdd",
        "yyyyMMddHHmm",
        "yyyyMMddHHmmss",
        "yyyyMMdd'T'HHmm",
        "yyyyMMdd'T'HHmmss",
        "yyyyMMdd'T'HHmmssK",
        "yyyyMMdd H:mm",
        "yyyyMMdd H:mm:ss"
    );

    /// <summary>All that is looked for where nobody says how dates are written; the best known first.</summary>
    internal static IReadOnlyList<DateFormat> Known { get; } =
    [
        Iso,
        .. (
            (string[])
                [
                    "d/M/yyyy",
                    "M/d/yyyy",
                    "yyyy/M/d",
                    "d.M.yyyy",
                    "M.d.yyyy",
                    "yyyy.M.d",
                    "d-M-yyyy",
                    "M-d-yyyy",
                    "yyyy-M-d",
                ]
        ).Select(Dated),
        .. (
            (string[])
                [
                    "d/M/yy",
                    "M/d/yy",
                    "yy/M/d",
                    "d.M.yy",
                    "M.d.yy",
                    "yy.M.d",
                    "d-M-yy",
                    "M-d-yy",
                    "yy-M-d",
                    "d. M. yyyy",
                    "yyyy. M. d",
                    "yyyy. M. d.",
                ]
        ).Select(Dated),
        .. (
            (string[])
                [
                    "d MMM yyyy",
                    "MMM d, yyyy",
                    "MMM d yyyy",
                    "d-MMM-yyyy",
                    "d-MMM-yy",
                    "d MMM yy",
                    "d. MMM yyyy",
                    "d/MMM/yyyy",
                    "yyyy MMM d",
                    "yyyy-MMM-d",
                    "ddd, d MMM yyyy",
                    "ddd MMM d yyyy",
                    "ddd, MMM d, yyyy",
                ]
        ).Select(Dated),
        .. ((string[])["yyyy'年'M'月'd'日'", "yyyy'년' M'월' d'일'", "yyyy'년'M'월'd'일'"]).Select(Dated),
        Digits,
        new("H:mm", "H:mm", "H:mm:ss", "H:mm:ss.FFFFFFF"),
        new("h:mm tt", "h:mm tt", "h:mm:ss tt", "h:mmtt", "h tt", "htt"),
        Seconds,
        Milliseconds,
    ];

    /// <summary>Some names, for messages.</summary>
    internal static IReadOnlyList<string> Examples { get; } =
    ["yyyy-MM-dd", "dd.MM.yyyy", "d/M/yyyy", "M/d/yyyy", "yyyyMMdd", "unix", "unix-ms"];

    /// <summary>The format of .NET, or unix or unix-ms.</summary>
    internal string Name { get; }

    /// <summary>Which part comes first, which then: two formats of one order do not contradict each other.</summary>
    internal string Order => unit > 0 ? Name : OrderOf(Name);

    /// <summary>The format of a name: one of those known, or another that .NET has; null where it is none.</summary>
    internal static DateFormat? Find(string name) =>
        Known.FirstOrDefault(format => format.Name == name) ?? (IsFormat(name) ? new DateFormat(name, name) : null);

    /// <summary>The format of a name; null for null.</summary>
    /// <exception cref="ArgumentException">It is no format.</exception>
    internal static DateFormat? Require(string? name) =>
        name is null
            ? null
            : Find(name)
                ?? throw new ArgumentException(
                    $"{Excerpt.Quote(name)} is no format of dates: write it as .NET does, dd.MM.yyyy, or unix or unix-ms."
                );

    /// <summary>The days since 1970-01-01T00:00, or the part of a day of a time alone; those of UTC where there is a zone.</summary>
    internal bool TryParse(string text, out double days)
    {
        days = default;
        if (unit > 0)
        {
            bool isNumber = PlainNumber.TryParse(Encoding.UTF8.GetBytes(text), out double number);
            days = number * unit;
            return isNumber && Math.Abs(days) < LongestDays;
        }
        if (ReferenceEquals(this, Iso))
        {
            return IsoDate.TryParse(text, out days);
        }
        bool isDate = DateTime.TryParseExact(
            text,
            formats.Value,
            CultureInfo.InvariantCulture,
            Styles,
            out DateTime date
        );
        days = date.Date == DateTime.MinValue ? date.TimeOfDay.TotalDays : (date - DateTime.UnixEpoch).TotalDays;
        return isDate;
    }

    /// <summary>True where a text may be meant so though nobody said it: digits alone have to be as many as today's dates have.</summary>
    internal bool MayBe(string text)
    {
        bool isNumber = PlainNumber.TryParse(Encoding.UTF8.GetBytes(text), out double number);
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        bool fits =
            ReferenceEquals(this, Seconds) ? isNumber && digits == 10
            : ReferenceEquals(this, Milliseconds) ? isNumber && digits == 13
            : ReferenceEquals(this, Digits)
                ? digits >= 8
                    && text.AsSpan(0, 4).CompareTo("1800", StringComparison.Ordinal) >= 0
                    && text.AsSpan(0, 4).CompareTo("2200", StringComparison.Ordinal) < 0
            : !isNumber;
        return fits && TryParse(text, out _);
    }

    /// <summary>A way in which a text is a date, but for what may be another thing as well: digits alone, versions such as 1.2.10, ratios such as 1:20. Null where there is none.</summary>
    internal static DateFormat? Guess(string text) =>
        text.Length is > 3 and < 48
        && text.AsSpan().ContainsAnyInRange('0', '9')
        && text.AsSpan().IndexOfAny(Marks) > 0
        && text[1] != ':'
            ? Known.FirstOrDefault(format => format.IsTelling && format.MayBe(text))
            : null;

    /// <summary>True where hardly anything else looks so.</summary>
    private bool IsTelling =>
        unit == 0
        && !ReferenceEquals(this, Digits)
        && (
            Name.Contains("yyyy", StringComparison.Ordinal)
            || Name.AsSpan().ContainsAny("/:")
            || Name.Contains("MMM", StringComparison.Ordinal)
        );

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>A date with any time of day behind it. Few programs meet a date that needs them, so the formats are made then.</summary>
    private static DateFormat Dated(string date) => new(date, new Lazy<string[]>(() => TimesOfDay.Behind(date)));

    private static string OrderOf(string name)
    {
        string parts = string.Concat(name.Where(letter => letter is 'y' or 'M' or 'd').Distinct());
        string order = name.StartsWith("ddd", StringComparison.Ordinal)
            ? name.Contains("MMM d", StringComparison.Ordinal)
                ? "Mdy"
                : "dMy"
            : parts;
        return parts.Length == 0 ? "time" : order;
    }

    /// <summary>True where .NET writes dates so and reads them again.</summary>
    private static bool IsFormat(string name)
    {
        DateTime some = new(2001, 12, 23, 14, 35, 46);
        if (name.Length < 2 || !name.AsSpan().ContainsAny("yHh"))
        {
            return false;
        }
        try
        {
            string text = some.ToString(name, CultureInfo.InvariantCulture);
            return DateTime.TryParseExact(text, name, CultureInfo.InvariantCulture, Styles, out _) && text != name;
        }
        catch (FormatException)
        {
            return false;
        }
    }
}
