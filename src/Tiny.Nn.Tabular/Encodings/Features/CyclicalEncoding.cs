namespace Tiny.Nn.Tabular.Encodings.Features;

/// <summary>Places on a circle, so that the last lies beside the first: December beside January. Tables, so that every machine has the same bits.</summary>
internal static class CyclicalEncoding
{
    /// <summary>sin 15° and its multiples up to 90°: what the hours of a day and the months of a year need.</summary>
    private static readonly double[] Quarter =
    [
        0,
        0.25881904510252074,
        0.5,
        0.7071067811865476,
        0.8660254037844386,
        0.9659258262890683,
        1,
    ];

    /// <summary>sin 2πk/7 for k from 0 to 6.</summary>
    private static readonly double[] Sevenths =
    [
        0,
        0.7818314824680298,
        0.9749279121818236,
        0.4338837391175581,
        -0.4338837391175581,
        -0.9749279121818236,
        -0.7818314824680298,
    ];

    /// <summary>cos 2πk/7 for k from 0 to 6.</summary>
    private static readonly double[] SeventhCosines =
    [
        1,
        0.6234898018587336,
        -0.2225209339563144,
        -0.9009688679024191,
        -0.9009688679024191,
        -0.2225209339563144,
        0.6234898018587336,
    ];

    /// <summary>Sine and cosine of an hour of the day, 0 to 23.</summary>
    internal static (double Sine, double Cosine) Hour(int hour) => (SineOfHour(hour), SineOfHour(hour + 6));

    /// <summary>Sine and cosine of a month, 1 to 12; January lies where midnight does.</summary>
    internal static (double Sine, double Cosine) Month(int month) => Hour(2 * (month - 1));

    /// <summary>Sine and cosine of a day of the week; Sunday lies where midnight does.</summary>
    internal static (double Sine, double Cosine) Day(DayOfWeek day) => (Sevenths[(int)day], SeventhCosines[(int)day]);

    private static double SineOfHour(int hour)
    {
        int place = hour % 12;
        double sine = Quarter[Math.Min(place, 12 - place)];
        return hour % 24 < 12 ? sine : -sine;
    }
}
