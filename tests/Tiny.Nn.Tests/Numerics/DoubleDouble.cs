namespace Tiny.Nn.Tests.Numerics;

/// <summary>
/// An unevaluated sum of two doubles, about 105 bits: enough to judge the last bit of a double. The operations are those of
/// Dekker, "A floating-point technique for extending the available precision" (1971), with fused multiply-adds.
/// </summary>
internal readonly record struct DoubleDouble(double High, double Low)
{
    private static readonly DoubleDouble Ln2 = new(0.6931471805599453, 2.3190468138462996e-17);

    private static readonly DoubleDouble TwoBySqrtPi = new(1.1283791670955126, 1.533545961316588e-17);

    public static implicit operator DoubleDouble(double value) => new(value, 0);

    public static DoubleDouble operator +(DoubleDouble x, DoubleDouble y)
    {
        double sum = x.High + y.High;
        double part = sum - x.High;
        double error = x.High - (sum - part) + (y.High - part);
        return Normalized(sum, error + x.Low + y.Low);
    }

    public static DoubleDouble operator -(DoubleDouble x) => new(-x.High, -x.Low);

    public static DoubleDouble operator -(DoubleDouble x, DoubleDouble y) => x + -y;

    public static DoubleDouble operator *(DoubleDouble x, DoubleDouble y)
    {
        double product = x.High * y.High;
        double error = Math.FusedMultiplyAdd(x.High, y.High, -product);
        return Normalized(product, error + (x.High * y.Low + x.Low * y.High));
    }

    public static DoubleDouble operator /(DoubleDouble x, DoubleDouble y)
    {
        double quotient = x.High / y.High;
        DoubleDouble rest = x - y * quotient;
        return Normalized(quotient, rest.High / y.High);
    }

    /// <summary>eˣ − 1 for results within the range of doubles: the Taylor series of x/2ᵏ⁺ⁿ, and as many squarings back.</summary>
    internal static DoubleDouble ExpM1(DoubleDouble x)
    {
        const int Halvings = 7;
        double n = Math.Round(x.High / Ln2.High);
        DoubleDouble r = x - Ln2 * n;
        r = new(Math.ScaleB(r.High, -Halvings), Math.ScaleB(r.Low, -Halvings));
        DoubleDouble term = r;
        DoubleDouble sum = r;
        for (int i = 2; i <= 10; i++)
        {
            term = term * r * Inverse[i];
            sum += term;
        }
        for (int i = 0; i < Halvings; i++)
        {
            sum = sum * (sum + 2);
        }
        return n == 0 ? sum : Scaled(sum + 1, (int)n) - 1;
    }

    /// <summary>eˣ.</summary>
    internal static DoubleDouble Exp(DoubleDouble x)
    {
        double n = Math.Round(x.High / Ln2.High);
        return Scaled(ExpM1(x - Ln2 * n) + 1, (int)n);
    }

    /// <summary>ln(1 + x): one step of Newton from the double's logarithm, ln(1 + x) = y + ln((1 + x)·e⁻ʸ).</summary>
    internal static DoubleDouble Log1P(DoubleDouble x)
    {
        DoubleDouble u = x + 1;
        double y = Math.Abs(x.High) < 1e-4 ? x.High : Math.Log(u.High);
        DoubleDouble e = ExpM1(-y);
        DoubleDouble d = x + e + x * e;
        return d - d * d * 0.5 + y;
    }

    /// <summary>ln x.</summary>
    internal static DoubleDouble Log(double x)
    {
        int n = Math.ILogB(x);
        return Ln2 * n + Log1P(Math.ScaleB(x, -n) - 1);
    }

    /// <summary>erf x = 2/√π e^(−x²) Σ 2ⁿx²ⁿ⁺¹/(2n + 1)!!: all terms have one sign.</summary>
    internal static DoubleDouble Erf(DoubleDouble x)
    {
        DoubleDouble square = x * x;
        DoubleDouble term = x;
        DoubleDouble sum = x;
        for (int i = 1; Math.Abs(term.High) > Math.Abs(sum.High) * 1e-22; i++)
        {
            term = term * square * 2 / (2 * i + 1.0);
            sum += term;
        }
        return TwoBySqrtPi * Exp(-square) * sum;
    }

    private static readonly DoubleDouble[] Inverse =
    [
        .. Enumerable.Range(0, 12).Select(i => (DoubleDouble)1 / Math.Max(i, 1)),
    ];

    private static DoubleDouble Normalized(double high, double low)
    {
        double sum = high + low;
        return new(sum, low - (sum - high));
    }

    private static DoubleDouble Scaled(DoubleDouble x, int n) => new(Math.ScaleB(x.High, n), Math.ScaleB(x.Low, n));
}
