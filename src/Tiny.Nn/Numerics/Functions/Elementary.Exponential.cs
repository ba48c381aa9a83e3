using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Functions;

// eˣ = 2ⁿ·eʳ  with  n = round(x / ln 2)  and  r = x − n·ln 2, so that |r| ≤ ½ ln 2.
// ln 2 is subtracted in two parts, a short one (n times it is exact) and the rest.
// A polynomial gives eʳ − 1; keeping it apart from the 1 is what makes ExpM1 exact near 0.
public static partial class Elementary
{
    /// <summary>eˣ, to 1 ulp; 0 or ∞ where it leaves the range of numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, ILanes<V>
    {
        bool single = V.SignificandBits == 24;
        x = Clamp(x, single ? -104 : -746, single ? 89 : 710);
        V expM1 = Reduce(x, out V n);

        // 2ⁿ in two halves: each is a normal number even where the product is not.
        V half = V.Round(n * V.Constant(0.5));
        return (V.Constant(1) + expM1) * V.PowerOfTwo(half) * V.PowerOfTwo(n - half);
    }

    /// <summary>eˣ − 1, to 2 ulp, near 0 too, where <c>Exp(x) − 1</c> cancels.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpM1<V>(V x)
        where V : struct, ILanes<V>
    {
        // 2ⁿ(eʳ − 1) + (2ⁿ − 1), halved first: 2ⁿ⁻¹ is a number wherever the result is one. Below −40 only −1 is left.
        V expM1 = Reduce(Clamp(x, -40, V.SignificandBits == 24 ? 89 : 710), out V n);
        V scale = V.PowerOfTwo(n - V.Constant(1));
        V value = V.Constant(2) * V.MultiplyAdd(expM1, scale, scale - V.Constant(0.5));
        return OrItself(x, value);
    }

    /// <summary>x held inside [low, high]; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Clamp<V>(V x, double low, double high)
        where V : struct, ILanes<V>
    {
        x = V.IfLess(x, V.Constant(low), V.Constant(low), x);
        return V.IfLess(V.Constant(high), x, V.Constant(high), x);
    }

    /// <summary>eʳ − 1 for the remainder r of x, and the power of two that belongs to it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Reduce<V>(V x, out V n)
        where V : struct, ILanes<V>
    {
        bool single = V.SignificandBits == 24;
        n = V.Round(x * V.Constant(1.4426950408889634));
        V r = V.MultiplyAdd(n, V.Constant(single ? -0.693145752 : -0.6931471805598903), x);
        r = V.MultiplyAdd(n, V.Constant(single ? -1.42860677e-6 : -5.497923018708371e-14), r);
        V p = single ? SingleTail(r) : DoubleTail(r);
        return V.MultiplyAdd(p * r, r, r);
    }

    /// <summary>(eʳ − 1 − r) / r² for |r| ≤ ½ ln 2: the Taylor series, its last terms fitted to the interval.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SingleTail<V>(V r)
        where V : struct, ILanes<V>
    {
        V p = V.Constant(1.37805939e-3);
        p = Horner(p, r, 8.37312452e-3);
        p = Horner(p, r, 4.16695364e-2);
        p = Horner(p, r, 1.66664720e-1);
        return Horner(p, r, 4.99999851e-1);
    }

    /// <summary>(eʳ − 1 − r) / r² for |r| ≤ ½ ln 2: the Taylor series up to 1/13!.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DoubleTail<V>(V r)
        where V : struct, ILanes<V>
    {
        V p = V.Constant(1.0 / 6227020800);
        p = Horner(p, r, 1.0 / 479001600);
        p = Horner(p, r, 1.0 / 39916800);
        p = Horner(p, r, 1.0 / 3628800);
        p = Horner(p, r, 1.0 / 362880);
        p = Horner(p, r, 1.0 / 40320);
        p = Horner(p, r, 1.0 / 5040);
        p = Horner(p, r, 1.0 / 720);
        p = Horner(p, r, 1.0 / 120);
        p = Horner(p, r, 1.0 / 24);
        p = Horner(p, r, 1.0 / 6);
        return Horner(p, r, 1.0 / 2);
    }
}
