namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>What one direction of a plot means: from where to where, with ticks, and what they count.</summary>
internal sealed record Axis(string Title, double Low, double High, Ticks Ticks)
{
    /// <summary>Beyond this magnitude, a distance of two numbers may be no number.</summary>
    private const double Largest = 1e300;

    /// <summary>Below this distance, its power of ten has no inverse.</summary>
    private const double Smallest = 1e-290;

    private const int MostTicks = 7;

    /// <summary>What its numbers stand for: <see cref="Low"/>, <see cref="High"/> and ticks are measured, values are not.</summary>
    internal AxisMeasure Measure { get; init; } = AxisMeasure.Plain;

    /// <summary>A tick in words.</summary>
    internal string Text(double tick) => Measure.Text(tick, Ticks);

    /// <summary>Powers of ten, from that below the values to that above; what is not above 0 does not count.</summary>
    internal static Axis Powers(string title, IEnumerable<double> values)
    {
        AxisMeasure powers = AxisMeasure.Powers;
        double[] drawn = [.. values.Where(IsDrawn).Select(powers.Forward).Where(IsDrawn)];
        (double low, double high) =
            drawn.Length == 0 ? (0, 1) : (Math.Floor(drawn.Min() + 1e-9), Math.Ceiling(drawn.Max() - 1e-9));
        high = Math.Max(high, low + 1);
        return new Axis(title, low, high, Ticks.WholeWithin(low, high, MostTicks)) { Measure = powers };
    }

    /// <summary>A place for each name, half a place of room at the ends.</summary>
    internal static Axis Named(string title, IReadOnlyList<string> names) =>
        new(title, -0.5, names.Count - 0.5, new Ticks(1, 0, 0, names.Count - 1)) { Measure = AxisMeasure.Named(names) };

    /// <summary>From one number to another, as given.</summary>
    internal static Axis Between(string title, double low, double high) =>
        new(title, low, high, Ticks.Within(low, high, MostTicks));

    /// <summary>From one whole number to another, of what can be counted.</summary>
    internal static Axis Counting(string title, int low, int high) =>
        new(title, low, high, Ticks.WholeWithin(low, high, MostTicks));

    /// <summary>From 0 to the round number above the largest count.</summary>
    internal static Axis Counts(string title, int largest) =>
        At(title, Ticks.WholeAround(0, Math.Max(1, largest), MostTicks));

    /// <summary>From the round number below the values to that above; values that nothing can be drawn of do not count.</summary>
    internal static Axis Around(string title, IEnumerable<double> values, int mostTicks = MostTicks)
    {
        double[] drawn = [.. values.Where(IsDrawn)];
        (double low, double high) = drawn.Length == 0 ? (0, 1) : (drawn.Min(), drawn.Max());
        double magnitude = Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= Math.Max(Smallest, 1e-9 * magnitude))
        {
            double room = magnitude <= Smallest ? 1 : magnitude / 2;
            (low, high) = (low - room, high + room);
        }
        return At(title, Ticks.Around(low, high, mostTicks));
    }

    internal static bool IsDrawn(double value) => Math.Abs(value) <= Largest;

    /// <summary>From the first of some ticks to the last.</summary>
    private static Axis At(string title, Ticks ticks)
    {
        double[] ends = [.. ticks.Values];
        return new Axis(title, ends[0], ends[^1], ticks);
    }
}
