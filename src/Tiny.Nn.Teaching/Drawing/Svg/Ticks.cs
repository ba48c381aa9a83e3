using System.Globalization;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>Round numbers on an axis: the multiples, from <see cref="First"/> to <see cref="Last"/>, of 1, 2 or 5 times a power of ten.</summary>
internal sealed record Ticks(int Mantissa, int Exponent, double First, double Last)
{
    private static readonly int[] Mantissas = [1, 2, 5];

    /// <summary>The distance of two of them.</summary>
    internal double Step => At(1);

    internal IEnumerable<double> Values
    {
        get
        {
            for (double multiple = First; multiple <= Last; multiple++)
            {
                yield return At(multiple);
            }
        }
    }

    /// <summary>The closest ones that lie within a range, ends included, and are no more than so many.</summary>
    /// <param name="low">Where the range begins.</param>
    /// <param name="high">Where it ends, above its beginning.</param>
    /// <param name="most">How many at most, at least 2.</param>
    internal static Ticks Within(double low, double high, int most) =>
        Find(Finest(low, high), low, high, most, double.Ceiling, double.Floor);

    /// <summary>The closest ones that a range lies within.</summary>
    internal static Ticks Around(double low, double high, int most) =>
        Find(Finest(low, high), low, high, most, double.Floor, double.Ceiling);

    /// <summary>The same of what can be counted: whole numbers only.</summary>
    internal static Ticks WholeWithin(double low, double high, int most) =>
        Find(Math.Max(0, Finest(low, high)), low, high, most, double.Ceiling, double.Floor);

    /// <summary>The same of what can be counted: whole numbers only.</summary>
    internal static Ticks WholeAround(double low, double high, int most) =>
        Find(Math.Max(0, Finest(low, high)), low, high, most, double.Floor, double.Ceiling);

    /// <summary>A tick in words: with the decimals that its neighbours need, and no more.</summary>
    internal string Text(double tick) =>
        tick == 0 ? Zero
        : Exponent is < -5 or > 5 ? tick.ToString("G9", CultureInfo.InvariantCulture)
        : tick.ToString($"F{Math.Max(0, -Exponent)}", CultureInfo.InvariantCulture);

    /// <summary>0 without a sign, whatever side it was rounded from.</summary>
    private string Zero =>
        Exponent is < -5 or > 5 ? "0" : 0.0.ToString($"F{Math.Max(0, -Exponent)}", CultureInfo.InvariantCulture);

    /// <summary>An exponent that makes far too many ticks.</summary>
    private static int Finest(double low, double high) => (int)Math.Floor(Math.Log10(high - low)) - 3;

    private static Ticks Find(
        int finest,
        double low,
        double high,
        int most,
        Func<double, double> begin,
        Func<double, double> end
    )
    {
        for (int exponent = finest; ; exponent++)
        {
            foreach (int mantissa in Mantissas)
            {
                Ticks ticks = new(mantissa, exponent, 0, 0);
                ticks = ticks with { First = begin(ticks.Multiple(low)), Last = end(ticks.Multiple(high)) };
                if (ticks.Last < ticks.First + most)
                {
                    return ticks;
                }
            }
        }
    }

    // A power of ten below 1 is no number of the machine; its inverse is, so that 3 · 0.1 is 0.3.
    private double At(double multiple) =>
        Exponent < 0 ? multiple * Mantissa / Math.Pow(10, -Exponent) : multiple * Mantissa * Math.Pow(10, Exponent);

    private double Multiple(double value) =>
        Exponent < 0 ? value * Math.Pow(10, -Exponent) / Mantissa : value / Math.Pow(10, Exponent) / Mantissa;
}
