namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>How the dates of a column are written: the format that all of its texts have, looked for text after text.</summary>
/// <param name="rules">May say how.</param>
internal sealed class DateWriting(CellRules rules)
{
    private DateFormat[] possible = rules.Dates is { } told ? [told, DateFormat.Iso] : [.. DateFormat.Known];
    private DateFormat? first;

    /// <summary>How the texts so far are written.</summary>
    internal DateFormat Format => possible[0];

    /// <summary>True where that is not what it seemed to be at the first text.</summary>
    internal bool HasChanged => first is not null && first != Format;

    /// <summary>How else they may be written, with day and month exchanged, say; null where there is no doubt.</summary>
    internal DateFormat? Other =>
        rules.Dates is null && first is not null
            ? possible.FirstOrDefault(format => format.Order != Format.Order)
            : null;

    /// <summary>The first date.</summary>
    internal string? First { get; private set; }

    /// <summary>Adds a text.</summary>
    /// <returns>False where it is no date, or not written as those before it.</returns>
    internal bool Add(string text, out double days)
    {
        if (possible.Length > 1)
        {
            DateFormat[] left =
            [
                .. possible.Where(format => rules.Dates is null ? format.MayBe(text) : format.TryParse(text, out _)),
            ];
            if (left.Length == 0)
            {
                days = default;
                return false;
            }
            possible = left;
        }
        first ??= Format;
        First ??= text;
        return Format.TryParse(text, out days);
    }

    /// <summary>What is wrong with a text that does not fit.</summary>
    internal (string What, Advice Advice) Explain(string text) =>
        first is not null && rules.Dates is null && DateFormat.Known.Any(format => format.MayBe(text))
            ? (
                $"Dates of a column are written in several ways, as {first} first.",
                new Advice($"Write all of them in one way, best as ISO 8601 does: 2024-02-29, or 2024-02-29T13:45:00.")
            )
            : NoDate;

    /// <summary>What is wrong with a text that is no date.</summary>
    internal static (string What, Advice Advice) NoDate { get; } =
        (
            "A cell does not hold a date.",
            new Advice(
                $"Write dates as ISO 8601 does: 2024-02-29, or 2024-02-29T13:45:00; or say how they are written: {RemedyKind.DateFormat}."
            )
        );

    /// <summary>What is wrong with dates that can be read in two ways.</summary>
    internal (string What, Advice Advice) Doubt =>
        (
            $"Dates can be read in two ways, as {Format} or as {Other}.",
            new Advice(
                $"Say which it is: {new Remedy(RemedyKind.DateFormat, Format.Name)} or {new Remedy(RemedyKind.DateFormat, Other!.Name)}."
            )
        );

    /// <summary>How they are written, and the first of them.</summary>
    internal string Describe()
    {
        _ = Format.TryParse(First!, out double days);
        string date = DateTime
            .UnixEpoch.AddDays(days)
            .ToString("yyyy-MM-dd'T'HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);
        return Format.Order == "time"
            ? $"read as times of day, {Format}: {Excerpt.Quote(First!)} is {date[11..]}"
            : $"read as {Format}: {Excerpt.Quote(First!)} is {date}";
    }
}
