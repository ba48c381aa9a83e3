using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Nn.Numerics;

/// <summary>512 bits of lanes. Lanes512, Lanes256 and Lanes128 say the same of their width; <see cref="Lane{T}"/> says it in plain arithmetic.</summary>
internal readonly record struct Lanes512<T>(Vector512<T> Value) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static bool IsSingle => typeof(T) == typeof(float);

    public static int SignificandBits => IsSingle ? 24 : 53;

    public static int Count => Vector512<T>.Count;

    public static Lanes512<T> Constant(double value) => new(Vector512.Create(T.CreateTruncating(value)));

    public static Lanes512<T> Constant(T value) => new(Vector512.Create(value));

    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left.Value + right.Value);

    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left.Value - right.Value);

    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left.Value * right.Value);

    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left.Value / right.Value);

    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value.Value);

    public static Lanes512<T> MultiplyAdd(Lanes512<T> x, Lanes512<T> y, Lanes512<T> z) =>
        IsSingle
            ? new(Vector512.FusedMultiplyAdd(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
            : new(
                Vector512.FusedMultiplyAdd(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>()
            );

    public static Lanes512<T> Sqrt(Lanes512<T> x) => new(Vector512.Sqrt(x.Value));

    public static Lanes512<T> Abs(Lanes512<T> x) => new(Vector512.Abs(x.Value));

    public static Lanes512<T> Round(Lanes512<T> x) =>
        IsSingle
            ? new(Vector512.Round(x.Value.AsSingle()).As<float, T>())
            : new(Vector512.Round(x.Value.AsDouble()).As<double, T>());

    public static Lanes512<T> IfLess(Lanes512<T> left, Lanes512<T> right, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.Value, right.Value), yes.Value, no.Value));

    public static Lanes512<T> PowerOfTwo(Lanes512<T> n)
    {
        if (IsSingle)
        {
            Vector512<int> exponent =
                Vector512.ConvertToInt32Native(n.Value.AsSingle()) + Vector512.Create(Ieee.SingleBias);
            return new((exponent << Ieee.SingleFractionBits).As<int, T>());
        }
        Vector512<long> wide = Vector512.ConvertToInt64Native(n.Value.AsDouble()) + Vector512.Create(Ieee.DoubleBias);
        return new((wide << Ieee.DoubleFractionBits).As<long, T>());
    }

    public static Lanes512<T> Significand(Lanes512<T> x, out Lanes512<T> exponent)
    {
        if (IsSingle)
        {
            Vector512<int> bits = x.Value.AsInt32();
            Vector512<int> e = (bits - Vector512.Create(Ieee.SingleRootHalf)) >> Ieee.SingleFractionBits;
            exponent = new(Vector512.ConvertToSingle(e).As<float, T>());
            return new((bits - (e << Ieee.SingleFractionBits)).As<int, T>());
        }
        Vector512<long> wideBits = x.Value.AsInt64();
        Vector512<long> wideE = (wideBits - Vector512.Create(Ieee.DoubleRootHalf)) >> Ieee.DoubleFractionBits;
        exponent = new(Vector512.ConvertToDouble(wideE).As<double, T>());
        return new((wideBits - (wideE << Ieee.DoubleFractionBits)).As<long, T>());
    }

    public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    public static void Store(Lanes512<T> lanes, ref T destination) => lanes.Value.StoreUnsafe(ref destination);

    public static Lanes512<T> First(int count) =>
        new(Vector512.LessThan(Vector512<T>.Indices, Vector512.Create(T.CreateTruncating(count))));

    public static unsafe Lanes512<T> Load(ref readonly T source, Lanes512<T> mask)
    {
        if (Avx512F.IsSupported)
        {
            fixed (T* from = &source)
            {
                return IsSingle
                    ? new(Avx512F.MaskLoad((float*)from, mask.Value.AsSingle(), default).As<float, T>())
                    : new(Avx512F.MaskLoad((double*)from, mask.Value.AsDouble(), default).As<double, T>());
            }
        }
        Lanes512<T> lanes = default;
        Span<T> values = MemoryMarshal.CreateSpan(ref Unsafe.As<Lanes512<T>, T>(ref lanes), Count);
        for (int i = 0; i < Count && !T.IsZero(mask.Value[i]); i++)
        {
            values[i] = Unsafe.Add(ref Unsafe.AsRef(in source), i);
        }
        return lanes;
    }

    public static unsafe void Store(Lanes512<T> lanes, ref T destination, Lanes512<T> mask)
    {
        if (Avx512F.IsSupported)
        {
            fixed (T* to = &destination)
            {
                if (IsSingle)
                {
                    Avx512F.MaskStore((float*)to, mask.Value.AsSingle(), lanes.Value.AsSingle());
                }
                else
                {
                    Avx512F.MaskStore((double*)to, mask.Value.AsDouble(), lanes.Value.AsDouble());
                }
            }
            return;
        }
        for (int i = 0; i < Count && !T.IsZero(mask.Value[i]); i++)
        {
            Unsafe.Add(ref destination, i) = lanes.Value[i];
        }
    }
}
