using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>One lane: plain scalar arithmetic. The readable reference of the wider ones, and what runs where there is no vector unit.</summary>
internal readonly struct Lane<T>(T value) : ILanes<Lane<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal readonly T Value = value;

    private static bool IsSingle => typeof(T) == typeof(float);

    public static int SignificandBits => IsSingle ? 24 : 53;

    public static int Count => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Constant(double value) =>
        IsSingle ? Unsafe.BitCast<float, Lane<T>>((float)value) : Unsafe.BitCast<double, Lane<T>>(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Constant(Scalar value) =>
        IsSingle ? Unsafe.BitCast<float, Lane<T>>(value.AsSingle) : Unsafe.BitCast<double, Lane<T>>(value.AsDouble);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Constant(T value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator +(Lane<T> left, Lane<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator -(Lane<T> left, Lane<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator *(Lane<T> left, Lane<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator /(Lane<T> left, Lane<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> operator -(Lane<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> MultiplyAdd(Lane<T> x, Lane<T> y, Lane<T> z) =>
        IsSingle && !ExactMultiplyAdd.IsInstruction
            ? Unsafe.BitCast<float, Lane<T>>(
                ExactMultiplyAdd.Of(
                    Unsafe.BitCast<Lane<T>, float>(x),
                    Unsafe.BitCast<Lane<T>, float>(y),
                    Unsafe.BitCast<Lane<T>, float>(z)
                )
            )
            : new(T.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Sqrt(Lane<T> x) => new(T.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Abs(Lane<T> x) => new(T.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Round(Lane<T> x) => new(T.Round(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> IfLess(Lane<T> left, Lane<T> right, Lane<T> yes, Lane<T> no) =>
        left.Value < right.Value ? yes : no;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> PowerOfTwo(Lane<T> n)
    {
        if (IsSingle)
        {
            int exponent = int.CreateTruncating(n.Value) + Ieee.SingleBias;
            return FromBits(exponent << Ieee.SingleFractionBits);
        }
        long wide = long.CreateTruncating(n.Value) + Ieee.DoubleBias;
        return FromBits(wide << Ieee.DoubleFractionBits);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Significand(Lane<T> x, out Lane<T> exponent)
    {
        if (IsSingle)
        {
            int bits = Unsafe.BitCast<Lane<T>, int>(x);
            int e = (bits - Ieee.SingleRootHalf) >> Ieee.SingleFractionBits;
            exponent = new(T.CreateTruncating(e));
            return FromBits(bits - (e << Ieee.SingleFractionBits));
        }
        long wideBits = Unsafe.BitCast<Lane<T>, long>(x);
        long wideE = (wideBits - Ieee.DoubleRootHalf) >> Ieee.DoubleFractionBits;
        exponent = new(T.CreateTruncating(wideE));
        return FromBits(wideBits - (wideE << Ieee.DoubleFractionBits));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> Load(ref readonly T source) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lane<T> lanes, ref T destination) => destination = lanes.Value;

    private static Lane<T> FromBits<TBits>(TBits bits)
        where TBits : unmanaged => Unsafe.BitCast<TBits, Lane<T>>(bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lane<T> LoadApart(ref readonly T source, nint step) => new(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreApart(Lane<T> lanes, ref T destination, nint step) => destination = lanes.Value;
}
