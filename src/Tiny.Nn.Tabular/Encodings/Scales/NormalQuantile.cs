using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>
/// Φ⁻¹(p), the inverse of the normal distribution function, by rational functions of two regions, with a relative error of about 1e-16.
/// Wichura, "Algorithm AS 241: The Percentage Points of the Normal Distribution", 1988, PPND16.
/// </summary>
internal static class NormalQuantile
{
    /// <summary>The algorithm has a third region beyond e⁻²⁵, which no share of a table's rows comes to.</summary>
    internal const double Least = 1e-10;

    private const double CentralHalf = 0.425;
    private const double CentralSquare = CentralHalf * CentralHalf;
    private const double TailShift = 1.6;

    private static readonly double[] CentralNumerator =
    [
        2509.0809287301226727,
        33430.575583588128105,
        67265.770927008700853,
        45921.953931549871457,
        13731.693765509461125,
        1971.5909503065514427,
        133.14166789178437745,
        3.387132872796366608,
    ];

    private static readonly double[] CentralDenominator =
    [
        5226.495278852854561,
        28729.085735721942674,
        39307.89580009271061,
        21213.794301586595867,
        5394.1960214247511077,
        687.1870074920579083,
        42.313330701600911252,
        1,
    ];

    private static readonly double[] TailNumerator =
    [
        7.7454501427834140764e-4,
        0.0227238449892691845833,
        0.24178072517745061177,
        1.27045825245236838258,
        3.64784832476320460504,
        5.7694972214606914055,
        4.6303378461565452959,
        1.42343711074968357734,
    ];

    private static readonly double[] TailDenominator =
    [
        1.05075007164441684324e-9,
        5.475938084995344946e-4,
        0.0151986665636164571966,
        0.14810397642748007459,
        0.68976733498510000455,
        1.6763848301838038494,
        2.05319162663775882187,
        1,
    ];

    /// <summary>The number that a share p of a standard normal distribution lies below.</summary>
    /// <param name="p">From <see cref="Least"/> to 1 − <see cref="Least"/>.</param>
    internal static double Find(double p)
    {
        Lane<double> share = new(p);

        // Most shares are not in a tail, and need no logarithm.
        return Math.Abs(p - 0.5) <= CentralHalf
            ? Central(share).Value
            : Outer(share, Elementary.Log(Tail(share))).Value;
    }

    /// <summary>The same without a branch.</summary>
    /// <param name="p">The share.</param>
    /// <param name="logarithm">ln of its <see cref="Tail"/>.</param>
    internal static V Of<V>(V p, V logarithm)
        where V : struct, ILanes<V> =>
        V.IfLess(V.Constant(CentralHalf), V.Abs(p - V.Constant(0.5)), Outer(p, logarithm), Central(p));

    /// <summary>The smaller of p and 1 − p.</summary>
    internal static V Tail<V>(V p)
        where V : struct, ILanes<V> => Elementary.Min(p, V.Constant(1) - p);

    private static V Central<V>(V p)
        where V : struct, ILanes<V>
    {
        V q = p - V.Constant(0.5);
        V r = V.Constant(CentralSquare) - q * q;
        return q * Polynomial(CentralNumerator, r) / Polynomial(CentralDenominator, r);
    }

    private static V Outer<V>(V p, V logarithm)
        where V : struct, ILanes<V>
    {
        V tail = V.Sqrt(-logarithm) - V.Constant(TailShift);
        V z = Polynomial(TailNumerator, tail) / Polynomial(TailDenominator, tail);
        return V.IfLess(p - V.Constant(0.5), V.Constant(0), -z, z);
    }

    /// <summary>Horner's scheme, the highest power first.</summary>
    private static V Polynomial<V>(double[] coefficients, V x)
        where V : struct, ILanes<V>
    {
        V sum = V.Constant(coefficients[0]);
        foreach (double coefficient in coefficients.AsSpan(1))
        {
            sum = sum * x + V.Constant(coefficient);
        }
        return sum;
    }
}
