using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>One lane: plain scalar arithmetic. The readable reference of the wider ones, and what runs where there is no vector unit.</summary>
internal readonly record struct Lane<T>(T Value) : ILanes<Lane<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static bool IsSingle => typeof(T) == typeof(float);

    public static int SignificandBits => IsSingle ? 24 : 53;

    public static int Count => 1;

    public static Lane<T> Constant(double value) =>
        IsSingle ? Unsafe.BitCast<float, Lane<T>>((float)value) : Unsafe.BitCast<double, Lane<T>>(value);

    public static Lane<T> Constant(Scalar value) =>
        IsSingle ? Unsafe.BitCast<float, Lane<T>>(value.AsSingle) : Unsafe.BitCast<double, Lane<T>>(value.AsDouble);

    public static Lane<T> Constant(T value) => new(value);

    public static Lane<T> operator +(Lane<T> left, Lane<T> right) => new(left.Value + right.Value);

    public static Lane<T> operator -(Lane<T> left, Lane<T> right) => new(left.Value - right.Value);

    public static Lane<T> operator *(Lane<T> left, Lane<T> right) => new(left.Value * right.Value);

    public static Lane<T> operator /(Lane<T> left, Lane<T> right) => new(left.Value / right.Value);

    public static Lane<T> operator -(Lane<T> value) => new(-value.Value);

    public static Lane<T> MultiplyAdd(Lane<T> x, Lane<T> y, Lane<T> z) =>
        new(T.FusedMultiplyAdd(x.Value, y.Value, z.Value));

    public static Lane<T> Sqrt(Lane<T> x) => new(T.Sqrt(x.Value));

    public static Lane<T> Abs(Lane<T> x) => new(T.Abs(x.Value));

    public static Lane<T> Round(Lane<T> x) => new(T.Round(x.Value));

    public static Lane<T> IfLess(Lane<T> left, Lane<T> right, Lane<T> yes, Lane<T> no) =>
        left.Value < right.Value ? yes : no;

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

    public static Lane<T> Load(ref readonly T source) => new(source);

    public static void Store(Lane<T> lanes, ref T destination) => destination = lanes.Value;

    private static Lane<T> FromBits<TBits>(TBits bits)
        where TBits : unmanaged => Unsafe.BitCast<TBits, Lane<T>>(bits);
}
