namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>The calendar of days since 1970.</summary>
internal static class Calendar
{
    /// <summary>The day number of 1970-01-01, counted from 0001-01-01.</summary>
    private const int Epoch = 719162;

    /// <summary>The day that a number of days since 1970 falls on; beyond the calendar, its first or last day.</summary>
    internal static DateOnly Day(double days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(Math.Floor(days) + Epoch, 0, DateOnly.MaxValue.DayNumber));
}
