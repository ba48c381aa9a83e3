namespace Tiny.Nn.Cli.Rendering.Svg;

/// <summary>What one direction of a plot means: from where to where, with ticks, and what they count.</summary>
internal sealed record Axis(string Title, double Low, double High, Ticks Ticks)
{
    /// <summary>Beyond this magnitude, a distance of two numbers may be no number.</summary>
    private const double Largest = 1e300;

    private const int MostTicks = 7;

    /// <summary>From one number to another, as given.</summary>
    internal static Axis Between(string title, double low, double high) =>
        new(title, low, high, Ticks.Within(low, high, MostTicks));

    /// <summary>From the round number below the values to that above; values that nothing can be drawn of do not count.</summary>
    internal static Axis Around(string title, IEnumerable<double> values)
    {
        double[] drawn = [.. values.Where(IsDrawn)];
        (double low, double high) = drawn.Length == 0 ? (0, 1) : (drawn.Min(), drawn.Max());
        double least = 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high));
        if (high - low <= least)
        {
            double room = low == 0 ? 1 : Math.Abs(low) / 2;
            (low, high) = (low - room, high + room);
        }
        Ticks ticks = Ticks.Around(low, high, MostTicks);
        double[] ends = [.. ticks.Values];
        return new Axis(title, ends[0], ends[^1], ticks);
    }

    internal static bool IsDrawn(double value) => Math.Abs(value) <= Largest;
}
