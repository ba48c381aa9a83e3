using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Functions;

// ln x = e·ln 2 + ln m  with  x = m·2ᵉ  and  √½ ≤ m < √2.
// ln m = 2 artanh s = 2s + s³(2/3 + 2/5 s² + …)  with  s = (m − 1)/(m + 1), so that |s| < 0.172.
public static partial class Elementary
{
    /// <summary>ln x, to 1 ulp; −∞ at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, ILanes<V>
    {
        bool single = V.SignificandBits == 24;
        V zero = V.Constant(0);

        // Subnormal numbers are lifted into the range of the normal ones first.
        int lift = single ? 24 : 54;
        V least = V.Constant(single ? 1.17549435e-38 : 2.2250738585072014e-308);
        V normal = V.IfLess(x, least, x * V.PowerOfTwo(V.Constant(lift)), x);
        V lifted = V.IfLess(x, least, V.Constant(lift), zero);

        V m = V.Significand(normal, out V e);
        e -= lifted;
        V s = (m - V.Constant(1)) / (m + V.Constant(1));
        V t = s * s;
        V p = single ? SingleArtanhTail(t) : DoubleArtanhTail(t);

        // 2s = f − s·f with f = m − 1, which is exact: so the rounding of s only reaches the small terms.
        V f = m - V.Constant(1);
        V rest = s * (V.MultiplyAdd(p, t, -f));
        V value = V.MultiplyAdd(
            e,
            V.Constant(single ? 0.693145752 : 0.6931471805598903),
            f + V.MultiplyAdd(e, V.Constant(single ? 1.42860677e-6 : 5.497923018708371e-14), rest)
        );

        V tiny = V.Constant(single ? float.Epsilon : double.Epsilon);
        // ∞ and NaN are their own logarithms; 0 and what lies below it have none.
        value = V.IfLess(x, V.Constant(double.PositiveInfinity), value, x);
        value = V.IfLess(V.Abs(x), tiny, V.Constant(double.NegativeInfinity), value);
        return V.IfLess(x, zero, V.Constant(double.NaN), value);
    }

    /// <summary>ln(1 + x), to 2 ulp, near 0 too, where <c>Log(1 + x)</c> has lost x; −∞ at −1, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log1P<V>(V x)
        where V : struct, ILanes<V>
    {
        // u = 1 + x is rounded by d = x − (u − 1), and ln(u + d) = ln u + d/u; beyond 1 the rounding no longer shows.
        V one = V.Constant(1);
        V u = one + x;
        V value = Log(u);
        V correction = (x - (u - one)) / u;
        return OrItself(x, V.IfLess(V.Abs(x), one, value + correction, value));
    }

    /// <summary>2/3·t + 2/5·t² + …, divided by t: fitted to 0 ≤ t &lt; 0.0295.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SingleArtanhTail<V>(V t)
        where V : struct, ILanes<V>
    {
        V p = V.Constant(2.0 / 9);
        p = Horner(p, t, 2.0 / 7);
        p = Horner(p, t, 2.0 / 5);
        return Horner(p, t, 2.0 / 3);
    }

    /// <summary>The same to double precision.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V DoubleArtanhTail<V>(V t)
        where V : struct, ILanes<V>
    {
        V p = V.Constant(2.0 / 23);
        p = Horner(p, t, 2.0 / 21);
        p = Horner(p, t, 2.0 / 19);
        p = Horner(p, t, 2.0 / 17);
        p = Horner(p, t, 2.0 / 15);
        p = Horner(p, t, 2.0 / 13);
        p = Horner(p, t, 2.0 / 11);
        p = Horner(p, t, 2.0 / 9);
        p = Horner(p, t, 2.0 / 7);
        p = Horner(p, t, 2.0 / 5);
        return Horner(p, t, 2.0 / 3);
    }
}
