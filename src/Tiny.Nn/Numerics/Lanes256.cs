using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Nn.Numerics;

/// <summary>256 bits of lanes. Lanes512, Lanes256 and Lanes128 say the same of their width; <see cref="Lane{T}"/> says it in plain arithmetic.</summary>
internal readonly record struct Lanes256<T>(Vector256<T> Value) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static bool IsSingle => typeof(T) == typeof(float);

    public static int SignificandBits => IsSingle ? 24 : 53;

    public static int Count => Vector256<T>.Count;

    public static Lanes256<T> Constant(double value) => new(Vector256.Create(T.CreateTruncating(value)));

    public static Lanes256<T> Constant(T value) => new(Vector256.Create(value));

    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left.Value + right.Value);

    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left.Value - right.Value);

    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left.Value * right.Value);

    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left.Value / right.Value);

    public static Lanes256<T> operator -(Lanes256<T> value) => new(-value.Value);

    public static Lanes256<T> MultiplyAdd(Lanes256<T> x, Lanes256<T> y, Lanes256<T> z) =>
        IsSingle
            ? new(Vector256.FusedMultiplyAdd(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
            : new(
                Vector256.FusedMultiplyAdd(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>()
            );

    public static Lanes256<T> Sqrt(Lanes256<T> x) => new(Vector256.Sqrt(x.Value));

    public static Lanes256<T> Abs(Lanes256<T> x) => new(Vector256.Abs(x.Value));

    public static Lanes256<T> Round(Lanes256<T> x) =>
        IsSingle
            ? new(Vector256.Round(x.Value.AsSingle()).As<float, T>())
            : new(Vector256.Round(x.Value.AsDouble()).As<double, T>());

    public static Lanes256<T> IfLess(Lanes256<T> left, Lanes256<T> right, Lanes256<T> yes, Lanes256<T> no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), yes.Value, no.Value));

    public static Lanes256<T> PowerOfTwo(Lanes256<T> n)
    {
        if (IsSingle)
        {
            Vector256<int> exponent =
                Vector256.ConvertToInt32Native(n.Value.AsSingle()) + Vector256.Create(Ieee.SingleBias);
            return new((exponent << Ieee.SingleFractionBits).As<int, T>());
        }
        Vector256<long> wide = Vector256.ConvertToInt64Native(n.Value.AsDouble()) + Vector256.Create(Ieee.DoubleBias);
        return new((wide << Ieee.DoubleFractionBits).As<long, T>());
    }

    public static Lanes256<T> Significand(Lanes256<T> x, out Lanes256<T> exponent)
    {
        if (IsSingle)
        {
            Vector256<int> bits = x.Value.AsInt32();
            Vector256<int> e = (bits - Vector256.Create(Ieee.SingleRootHalf)) >> Ieee.SingleFractionBits;
            exponent = new(Vector256.ConvertToSingle(e).As<float, T>());
            return new((bits - (e << Ieee.SingleFractionBits)).As<int, T>());
        }
        Vector256<long> wideBits = x.Value.AsInt64();
        Vector256<long> wideE = (wideBits - Vector256.Create(Ieee.DoubleRootHalf)) >> Ieee.DoubleFractionBits;
        exponent = new(Vector256.ConvertToDouble(wideE).As<double, T>());
        return new((wideBits - (wideE << Ieee.DoubleFractionBits)).As<long, T>());
    }

    public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    public static void Store(Lanes256<T> lanes, ref T destination) => lanes.Value.StoreUnsafe(ref destination);

    public static Lanes256<T> First(int count) =>
        new(Vector256.LessThan(Vector256<T>.Indices, Vector256.Create(T.CreateTruncating(count))));

    public static unsafe Lanes256<T> Load(ref readonly T source, Lanes256<T> mask)
    {
        if (Avx.IsSupported)
        {
            fixed (T* from = &source)
            {
                return IsSingle
                    ? new(Avx.MaskLoad((float*)from, mask.Value.AsSingle()).As<float, T>())
                    : new(Avx.MaskLoad((double*)from, mask.Value.AsDouble()).As<double, T>());
            }
        }
        Lanes256<T> lanes = default;
        Span<T> values = MemoryMarshal.CreateSpan(ref Unsafe.As<Lanes256<T>, T>(ref lanes), Count);
        for (int i = 0; i < Count && !T.IsZero(mask.Value[i]); i++)
        {
            values[i] = Unsafe.Add(ref Unsafe.AsRef(in source), i);
        }
        return lanes;
    }

    public static unsafe void Store(Lanes256<T> lanes, ref T destination, Lanes256<T> mask)
    {
        if (Avx.IsSupported)
        {
            fixed (T* to = &destination)
            {
                if (IsSingle)
                {
                    Avx.MaskStore((float*)to, mask.Value.AsSingle(), lanes.Value.AsSingle());
                }
                else
                {
                    Avx.MaskStore((double*)to, mask.Value.AsDouble(), lanes.Value.AsDouble());
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
