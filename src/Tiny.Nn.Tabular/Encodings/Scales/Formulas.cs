using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Encodings.Scales;

/// <summary>y = (x − m)·f; 0 where f is 0, whatever x is.</summary>
internal readonly struct Affine : ITernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V x, V y, V z)
        where V : struct, ILanes<V> => V.IfLess(V.Constant(0), z, (x - y) * z, V.Constant(0));
}

/// <summary>y = c/√(1 + (c/3)²) with c = (x − m)·f: nearly c around 0, never beyond ±3.</summary>
internal readonly struct ClippedAffine : ITernary
{
    /// <summary>Its square is still a number, and the result has long been 3.</summary>
    private const double Far = 1e100;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V x, V y, V z)
        where V : struct, ILanes<V>
    {
        V c = Limit.To(default(Affine).Invoke(x, y, z), V.Constant(Far));
        V third = c / V.Constant(3);
        return c / V.Sqrt(V.Constant(1) + third * third);
    }
}

/// <summary>x = y·s + m: the way back from y = (x − m)/s.</summary>
internal readonly struct AffineBack : ITernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V x, V y, V z)
        where V : struct, ILanes<V> => x * z + y;
}

/// <summary>x, or where it is NaN the other number.</summary>
internal readonly struct Fill : IBinary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V x, V y)
        where V : struct, ILanes<V>
    {
        // A number is below 0 or above −1. NaN is neither.
        V above = V.IfLess(V.Constant(-1), x, x, y);
        return V.IfLess(x, V.Constant(0), x, above);
    }
}

/// <summary>x, but not beyond ±limit.</summary>
internal readonly struct Limit(double limit) : IUnary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V x)
        where V : struct, ILanes<V> => To(x, V.Constant(limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V To<V>(V x, V limit)
        where V : struct, ILanes<V>
    {
        V below = V.IfLess(limit, x, limit, x);
        return V.IfLess(below, -limit, -limit, below);
    }
}

/// <summary>x, or where it is NaN the first constant of its feature.</summary>
internal readonly struct FillFirst : ITernary
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Invoke<V>(V x, V y, V z)
        where V : struct, ILanes<V> => default(Fill).Invoke(x, y);
}
