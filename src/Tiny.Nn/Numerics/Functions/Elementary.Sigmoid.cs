using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Functions;

// The three S-shaped and ramp functions that are made of one exponential.
public static partial class Elementary
{
    /// <summary>σ(x) = 1/(1 + e⁻ˣ), to 3 ulp, far below 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : struct, ILanes<V>
    {
        // 1/(1 + e⁻ˣ) above 0 and eˣ/(1 + eˣ) below: e^−|x| never overflows.
        V e = Exp(-V.Abs(x));
        V one = V.Constant(1);
        return V.IfLess(x, V.Constant(0), e, one) / (one + e);
    }

    /// <summary>tanh x = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ), to 3 ulp, near 0 too.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : struct, ILanes<V>
    {
        // t/(t + 2) with t = e²ˣ − 1; beyond 20 it is 1 to the last bit.
        V t = ExpM1(V.Constant(2) * Clamp(V.Abs(x), 0, 20));
        V value = t / (t + V.Constant(2));
        return OrItself(x, V.IfLess(x, V.Constant(0), -value, value));
    }

    /// <summary>ln(1 + eˣ) = max(x, 0) + ln(1 + e^−|x|): the smooth ramp, to 3 ulp; it overflows nowhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus<V>(V x)
        where V : struct, ILanes<V> => Max(x, V.Constant(0)) + Log1P(Exp(-V.Abs(x)));
}
