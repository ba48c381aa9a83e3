using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Functions;

/// <summary>
/// The elementary functions that networks are made of, over lanes: the same bits on every machine and at every vector width.
/// Errors are a few units in the last place (ulp), as each function says: measured over millions of points against a 100-bit
/// reference, subnormal results included. Each function's own file says how it is computed.
/// </summary>
/// <remarks>Meant for <c>using static</c>, so that a formula in code looks like the formula on paper.</remarks>
public static partial class Elementary
{
    /// <summary>The larger of the two; <paramref name="y"/> where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Max<V>(V x, V y)
        where V : struct, ILanes<V> => V.IfLess(y, x, x, y);

    /// <summary>The smaller of the two; <paramref name="y"/> where one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Min<V>(V x, V y)
        where V : struct, ILanes<V> => V.IfLess(x, y, x, y);

    /// <summary>A scalar function by way of one lane: <c>Scalar(x, Exp)</c>.</summary>
    internal static T Scalar<T>(T x, Func<Lane<T>, Lane<T>> function)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => function(new Lane<T>(x)).Value;

    /// <summary>
    /// x where it is too small to differ from f(x) = x + O(x²), and the value of f elsewhere: so −0 keeps its sign,
    /// and a subnormal number its bits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V OrItself<V>(V x, V value)
        where V : struct, ILanes<V> =>
        V.IfLess(V.Abs(x), V.Constant(V.SignificandBits == 24 ? 2.98e-8 : 5.55e-17), x, value);

    /// <summary>One step of Horner's rule: p·x + c.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Horner<V>(V p, V x, double c)
        where V : struct, ILanes<V> => V.MultiplyAdd(p, x, V.Constant(c));
}
