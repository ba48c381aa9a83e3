using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Functions;

// cos(πx) and sin(πx): the period is 2, so what is left of x after whole periods, r = x − 2·round(x/2), is exact and within ±1.
// The symmetries of both lead to sin(πs) with |s| ≤ ½, again without rounding where the value is near 0.
// sin(πs) = s·p(s²), p being the Taylor series in s², fitted to the interval.
public static partial class Elementary
{
    /// <summary>cos(πx), to 3 ulp; NaN at ±∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V CosPi<V>(V x)
        where V : struct, ILanes<V> => HalfSine(V.Constant(0.5) - V.Abs(Period(x)));

    /// <summary>sin(πx), to 3 ulp, near 0 too; NaN at ±∞.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SinPi<V>(V x)
        where V : struct, ILanes<V>
    {
        V r = Period(x);
        V half = V.Constant(0.5);
        V one = V.Constant(1);
        V s = V.IfLess(half, r, one - r, r);
        return HalfSine(V.IfLess(r, -half, -one - r, s));
    }

    /// <summary>x less the nearest multiple of 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Period<V>(V x)
        where V : struct, ILanes<V> => V.MultiplyAdd(V.Constant(-2), V.Round(x * V.Constant(0.5)), x);

    /// <summary>sin(πs) for |s| ≤ ½.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V HalfSine<V>(V s)
        where V : struct, ILanes<V> => s * (V.SignificandBits == 24 ? SingleSine(s * s) : DoubleSine(s * s));

    /// <summary>sin(π√u)/√u for u ≤ ¼.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SingleSine<V>(V u)
        where V : struct, ILanes<V>
    {
        V p = V.Constant(0.077560387726502781);
        p = Horner(p, u, -0.59824212684127176);
        p = Horner(p, u, 2.5500697264114101);
        p = Horner(p, u, -5.1677096848034328);
        return Horner(p, u, 3.1415926368954392);
    }

    /// <summary>sin(π√u)/√u for u ≤ ¼.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DoubleSine<V>(V u)
        where V : struct, ILanes<V>
    {
        V p = V.Constant(7.6947271574417398646e-7);
        p = Horner(p, u, -0.00002190318540711956477);
        p = Horner(p, u, 0.00046629968877016402758);
        p = Horner(p, u, -0.0073704304787627459033);
        p = Horner(p, u, 0.082145886569892819856);
        p = Horner(p, u, -0.59926452931873824753);
        p = Horner(p, u, 2.55016403987729394);
        p = Horner(p, u, -5.1677127800499695287);
        return Horner(p, u, Math.PI);
    }
}
