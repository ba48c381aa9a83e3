using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>What can be told of a date.</summary>
internal enum DateField
{
    /// <summary>Sine of the month on a circle.</summary>
    MonthSine,

    /// <summary>Its cosine.</summary>
    MonthCosine,

    /// <summary>Sine of the day of the week.</summary>
    WeekdaySine,

    /// <summary>Its cosine.</summary>
    WeekdayCosine,

    /// <summary>Sine of the hour of the day.</summary>
    HourSine,

    /// <summary>Its cosine.</summary>
    HourCosine,
}

/// <summary>The year of a date, or of what stands in for it: (c, f).</summary>
internal readonly record struct YearOf : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => CivilDay<V>.Of(Filled.Of(x[0], x[1])).Year;
}

/// <summary>Where a date lies on a circle; 0 where it is missing.</summary>
/// <param name="Field">On which circle, and which of both coordinates.</param>
internal readonly record struct OnCircle(DateField Field) : IFormula
{
    private const int Hours = 24;

    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>
    {
        V place = Field switch
        {
            DateField.MonthSine or DateField.MonthCosine => CivilDay<V>.Of(x[0]).Month - V.Constant(1),
            DateField.WeekdaySine or DateField.WeekdayCosine => CivilDay<V>.Of(x[0]).Weekday,
            _ => V.Round((x[0] - Whole.Floor(x[0])) * V.Constant(Hours)),
        };
        return IsMissing.Of(x[0], V.Constant(0), Find(place, Table(Field)));
    }

    /// <summary>The number at a place of a table, for a whole place.</summary>
    private static V Find<V>(V place, double[] table)
        where V : struct, ILanes<V>
    {
        V found = V.Constant(table[^1]);
        for (int i = table.Length - 2; i >= 0; i--)
        {
            found = V.IfLess(place, V.Constant(i + 0.5), V.Constant(table[i]), found);
        }
        return found;
    }

    private static double[] Table(DateField field) =>
        field switch
        {
            DateField.MonthSine => [.. Months.Select(month => Encodings.Features.CyclicalEncoding.Month(month).Sine)],
            DateField.MonthCosine =>
            [
                .. Months.Select(month => Encodings.Features.CyclicalEncoding.Month(month).Cosine),
            ],
            DateField.WeekdaySine => [.. Weekdays.Select(day => Encodings.Features.CyclicalEncoding.Day(day).Sine)],
            DateField.WeekdayCosine => [.. Weekdays.Select(day => Encodings.Features.CyclicalEncoding.Day(day).Cosine)],
            DateField.HourSine => [.. HoursOfDay.Select(hour => Encodings.Features.CyclicalEncoding.Hour(hour).Sine)],
            _ => [.. HoursOfDay.Select(hour => Encodings.Features.CyclicalEncoding.Hour(hour).Cosine)],
        };

    private static IEnumerable<int> Months => Enumerable.Range(1, 12);

    private static IEnumerable<DayOfWeek> Weekdays => Enum.GetValues<DayOfWeek>();

    /// <summary>The 24th hour is the first of the next day.</summary>
    private static IEnumerable<int> HoursOfDay => Enumerable.Range(0, Hours + 1).Select(hour => hour % Hours);
}

/// <summary>The day of the calendar that a number of days since 1970 falls on, by whole numbers alone, each of them exact.</summary>
/// <remarks>Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2021: years begin in March, eras have 400 years.</remarks>
internal readonly record struct CivilDay<V>(V Year, V Month, V Weekday)
    where V : struct, ILanes<V>
{
    /// <summary>From 0001-01-01 to 9999-12-31, counted from 1970-01-01.</summary>
    private const double First = -719162;
    private const double Last = 2932896;

    internal static CivilDay<V> Of(V days)
    {
        V floor = Whole.Floor(days);
        V held = V.IfLess(floor, V.Constant(First), V.Constant(First), floor);
        V day = V.IfLess(V.Constant(Last), held, V.Constant(Last), held);

        V z = day + V.Constant(719468);
        V era = Whole.Quotient(z, 146097);
        V dayOfEra = z - era * V.Constant(146097);
        V leapless =
            dayOfEra
            - Whole.Quotient(dayOfEra, 1460)
            + Whole.Quotient(dayOfEra, 36524)
            - Whole.Quotient(dayOfEra, 146096);
        V yearOfEra = Whole.Quotient(leapless, 365);
        V dayOfYear =
            dayOfEra - (V.Constant(365) * yearOfEra + Whole.Quotient(yearOfEra, 4) - Whole.Quotient(yearOfEra, 100));
        V fromMarch = Whole.Quotient(V.Constant(5) * dayOfYear + V.Constant(2), 153);
        V inNext = V.IfLess(fromMarch, V.Constant(9.5), V.Constant(0), V.Constant(1));
        V month = fromMarch + V.Constant(3) - inNext * V.Constant(12);
        V year = yearOfEra + era * V.Constant(400) + inNext;

        // 1970-01-01 was a Thursday, the fourth day behind Sunday.
        V shifted = day + V.Constant(4);
        return new(year, month, shifted - Whole.Quotient(shifted, 7) * V.Constant(7));
    }
}

/// <summary>Whole numbers of lanes.</summary>
internal static class Whole
{
    /// <summary>⌊x⌋.</summary>
    internal static V Floor<V>(V x)
        where V : struct, ILanes<V>
    {
        V near = V.Round(x);
        return V.IfLess(x, near, near - V.Constant(1), near);
    }

    /// <summary>⌊x/n⌋.</summary>
    internal static V Quotient<V>(V x, double n)
        where V : struct, ILanes<V> => Floor(x / V.Constant(n));
}
