using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Functions;

// erf x = x + x·P(x²)                near 0,
// erf x = 1 − e^(−t(t + Q(t)))       beyond, for t = |x|, with the sign of x.
// P and Q are polynomials fitted to each precision. The second form gives the complement 1 − erf directly, so the normal
// distribution's lower tail needs no subtraction from 1. Q is fitted for a small absolute error: far out, where the tail is
// smaller than the rounding of 1, its leading digits fade.
public static partial class Elementary
{
    /// <summary>erf x = 2/√π ∫₀ˣ e^(−u²) du, to 2 ulp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Erf<V>(V x)
        where V : struct, ILanes<V>
    {
        V t = V.Abs(x);
        V tail = V.Constant(1) - UpperTail(t);
        V signed = V.IfLess(x, V.Constant(0), -tail, tail);
        return V.IfLess(t, CentreEnd<V>(), Centre(x), signed);
    }

    /// <summary>Φ(x) = ½(1 + erf(x/√2)): the share of the standard normal distribution below x.</summary>
    /// <remarks>
    /// The absolute error is below 2e-16 in double and 1e-7 in float. Not so the relative error of the far lower tail:
    /// it grows to 0.5 % at −5.9 in float and to 0.1 % at −8.4 in double, and beyond that the result is 0.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalCdf<V>(V x)
        where V : struct, ILanes<V>
    {
        V half = V.Constant(0.5);
        V u = x * V.Constant(0.70710678118654752);
        V t = V.Abs(u);
        V tail = half * UpperTail(t);
        V beyond = V.IfLess(x, V.Constant(0), tail, V.Constant(1) - tail);
        return V.IfLess(t, CentreEnd<V>(), V.MultiplyAdd(half, Centre(u), half), beyond);
    }

    /// <summary>φ(x) = e^(−x²/2)/√(2π): the density of the standard normal distribution.</summary>
    /// <remarks>The error is 3 ulp where |x| &lt; 2, and grows as x²/2 does, by the rounding of the exponent: 80 ulp at 12.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalDensity<V>(V x)
        where V : struct, ILanes<V> => V.Constant(0.39894228040143268) * Exp(V.Constant(-0.5) * x * x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V CentreEnd<V>()
        where V : struct, ILanes<V> => V.Constant(V.SignificandBits == 24 ? 0.93 : 1.0);

    /// <summary>erf x where |x| is below <see cref="CentreEnd"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Centre<V>(V x)
        where V : struct, ILanes<V>
    {
        V s = x * x;
        V p;
        if (V.SignificandBits == 24)
        {
            p = V.Constant(-0.0005976047957841231);
            p = Horner(p, s, 0.0049907886907060925);
            p = Horner(p, s, -0.026765413563365287);
            p = Horner(p, s, 0.11281797681989739);
            p = Horner(p, s, -0.376124937126625);
            p = Horner(p, s, 0.128379149917995);
        }
        else
        {
            p = V.Constant(5.960660138831864e-11);
            p = Horner(p, s, -1.137493874686939e-09);
            p = Horner(p, s, 1.4660323736681484e-08);
            p = Horner(p, s, -1.6350395385659936e-07);
            p = Horner(p, s, 1.6461008388951189e-06);
            p = Horner(p, s, -1.4925595765969265e-05);
            p = Horner(p, s, 0.00012055331132666751);
            p = Horner(p, s, -0.0008548326981416702);
            p = Horner(p, s, 0.00522397762482826);
            p = Horner(p, s, -0.026866170645077854);
            p = Horner(p, s, 0.11283791670954885);
            p = Horner(p, s, -0.3761263890318375);
            p = Horner(p, s, 0.1283791670955126);
        }
        return V.MultiplyAdd(p, x, x);
    }

    /// <summary>1 − erf t for t from <see cref="CentreEnd"/> on; 0 where less than an ulp of 1 is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V UpperTail<V>(V t)
        where V : struct, ILanes<V>
    {
        double end = V.SignificandBits == 24 ? 4.2 : 6.0;
        V q;
        if (V.SignificandBits == 24)
        {
            q = V.Constant(1.2035674945501862e-05);
            q = Horner(q, t, -0.0003308110378172105);
            q = Horner(q, t, 0.003674816483903347);
            q = Horner(q, t, -0.023830030244902753);
            q = Horner(q, t, 0.10631518768600327);
            q = Horner(q, t, -0.36489564327133667);
            q = Horner(q, t, 1.128659951065698);
        }
        else
        {
            q = V.Constant(2.0080013665180713e-13);
            q = Horner(q, t, -9.938775842889529e-12);
            q = Horner(q, t, 2.317886057664576e-10);
            q = Horner(q, t, -3.3861321909562607e-09);
            q = Horner(q, t, 3.472401268645067e-08);
            q = Horner(q, t, -2.651607906817815e-07);
            q = Horner(q, t, 1.5575589742456706e-06);
            q = Horner(q, t, -7.139997763636637e-06);
            q = Horner(q, t, 2.5428152352387936e-05);
            q = Horner(q, t, -6.773609173678012e-05);
            q = Horner(q, t, 0.00011700401196984325);
            q = Horner(q, t, -3.25016712622985e-05);
            q = Horner(q, t, -0.0005381352399232987);
            q = Horner(q, t, 0.0016596021043356073);
            q = Horner(q, t, -0.00018927807657020336);
            q = Horner(q, t, -0.019136520115845594);
            q = Horner(q, t, 0.10277489631880375);
            q = Horner(q, t, -0.36338063438867985);
            q = Horner(q, t, 1.1283792009694535);
        }
        V tail = Exp(-t * (t + q));
        return V.IfLess(V.Constant(end), t, V.Constant(0), tail);
    }
}
