namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What may stand behind a date: nothing, or a time of day.</summary>
internal static class TimesOfDay
{
    private static readonly string[] Times =
    [
        .. (string[])
            [
                "",
                "' 'H:mm",
                "' 'H:mm:ss",
                "' 'H:mm:ss.FFFFFFF",
                "' 'h:mm tt",
                "' 'h:mm:ss tt",
                "'T'H:mm",
                "'T'H:mm:ss",
                "'T'H:mm:ss.FFFFFFF",
            ],
        .. (string[])
            [
                "' 'H:mm:ss 'GMT'",
                "' 'H:mm:ss 'UTC'",
                "' 'H:mm:ss zzz",
                "' 'H:mm:sszzz",
                "'T'H:mm:ssK",
                "', 'H:mm",
                "', 'H:mm:ss",
            ],
    ];

    /// <summary>The formats of a date, the names of months short or long, with each of them.</summary>
    internal static string[] Behind(string date)
    {
        string[] days = date.Contains("MMM", StringComparison.Ordinal)
            ? [date, date.Replace("MMM", "MMMM", StringComparison.Ordinal)]
            : [date];
        return [.. days.SelectMany(_ => Times, (day, time) => day + time)];
    }
}
