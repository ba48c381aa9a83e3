namespace Tiny.Nn.Numerics.Functions;

/// <summary>
/// cos(πx) by sums and products alone, so the same bits on every machine; off by at most 2⁻⁵³ or so.
/// The period and the symmetries bring x to [0, ¼] without rounding; there the series of cosine and sine are short:
/// cos y = 1 − y²/2! + y⁴/4! − …, sin y = y − y³/3! + y⁵/5! − …
/// </summary>
internal static class CosPi
{
    /// <summary>cos(πx), for a finite x.</summary>
    internal static double Of(double x)
    {
        double r = Math.Abs(Math.IEEERemainder(x, 2));
        return r <= 0.5 ? FirstQuarter(r) : -FirstQuarter(1 - r);
    }

    /// <summary>0 ≤ r ≤ ½; near ½ cosine is the sine of what is left, which loses no digits.</summary>
    private static double FirstQuarter(double r) => r <= 0.25 ? Cosine(Math.PI * r) : Sine(Math.PI * (0.5 - r));

    private static double Cosine(double y) => Series(y * y, firstTerm: 1, firstDivisor: 1);

    private static double Sine(double y) => Series(y * y, firstTerm: y, firstDivisor: 2);

    /// <summary>Each term is the one before times −y²/(n(n + 1)); the first that are too small to count are left out.</summary>
    private static double Series(double square, double firstTerm, int firstDivisor)
    {
        double sum = 0;
        double term = firstTerm;
        Span<double> terms = stackalloc double[10];
        for (int i = 0; i < terms.Length; i++)
        {
            terms[i] = term;
            int n = firstDivisor + 2 * i;
            term *= -square / (n * (n + 1));
        }

        // From the small terms to the large ones, so that the last addition alone rounds.
        for (int i = terms.Length - 1; i >= 0; i--)
        {
            sum += terms[i];
        }
        return sum;
    }
}
