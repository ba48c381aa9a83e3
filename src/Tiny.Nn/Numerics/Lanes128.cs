using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Nn.Numerics;

/// <summary>128 bits of lanes. Lanes512, Lanes256 and Lanes128 say the same of their width; <see cref="Lane{T}"/> says it in plain arithmetic.</summary>
internal readonly record struct Lanes128<T>(Vector128<T> Value) : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static bool IsSingle => typeof(T) == typeof(float);

    public static int SignificandBits => IsSingle ? 24 : 53;

    public static int Count => Vector128<T>.Count;

    public static Lanes128<T> Constant(double value) => new(Vector128.Create(T.CreateTruncating(value)));

    public static Lanes128<T> Constant(T value) => new(Vector128.Create(value));

    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left.Value + right.Value);

    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left.Value - right.Value);

    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left.Value * right.Value);

    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left.Value / right.Value);

    public static Lanes128<T> operator -(Lanes128<T> value) => new(-value.Value);

    public static Lanes128<T> MultiplyAdd(Lanes128<T> x, Lanes128<T> y, Lanes128<T> z) =>
        IsSingle
            ? new(Vector128.FusedMultiplyAdd(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
            : new(
                Vector128.FusedMultiplyAdd(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>()
            );

    public static Lanes128<T> Sqrt(Lanes128<T> x) => new(Vector128.Sqrt(x.Value));

    public static Lanes128<T> Abs(Lanes128<T> x) => new(Vector128.Abs(x.Value));

    public static Lanes128<T> Round(Lanes128<T> x) =>
        IsSingle
            ? new(Vector128.Round(x.Value.AsSingle()).As<float, T>())
            : new(Vector128.Round(x.Value.AsDouble()).As<double, T>());

    public static Lanes128<T> IfLess(Lanes128<T> left, Lanes128<T> right, Lanes128<T> yes, Lanes128<T> no) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.Value, right.Value), yes.Value, no.Value));

    public static Lanes128<T> PowerOfTwo(Lanes128<T> n)
    {
        if (IsSingle)
        {
            Vector128<int> exponent =
                Vector128.ConvertToInt32Native(n.Value.AsSingle()) + Vector128.Create(Ieee.SingleBias);
            return new((exponent << Ieee.SingleFractionBits).As<int, T>());
        }
        Vector128<long> wide = Vector128.ConvertToInt64Native(n.Value.AsDouble()) + Vector128.Create(Ieee.DoubleBias);
        return new((wide << Ieee.DoubleFractionBits).As<long, T>());
    }

    public static Lanes128<T> Significand(Lanes128<T> x, out Lanes128<T> exponent)
    {
        if (IsSingle)
        {
            Vector128<int> bits = x.Value.AsInt32();
            Vector128<int> e = (bits - Vector128.Create(Ieee.SingleRootHalf)) >> Ieee.SingleFractionBits;
            exponent = new(Vector128.ConvertToSingle(e).As<float, T>());
            return new((bits - (e << Ieee.SingleFractionBits)).As<int, T>());
        }
        Vector128<long> wideBits = x.Value.AsInt64();
        Vector128<long> wideE = (wideBits - Vector128.Create(Ieee.DoubleRootHalf)) >> Ieee.DoubleFractionBits;
        exponent = new(Vector128.ConvertToDouble(wideE).As<double, T>());
        return new((wideBits - (wideE << Ieee.DoubleFractionBits)).As<long, T>());
    }

    public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    public static void Store(Lanes128<T> lanes, ref T destination) => lanes.Value.StoreUnsafe(ref destination);

    public static Lanes128<T> First(int count) =>
        new(Vector128.LessThan(Vector128<T>.Indices, Vector128.Create(T.CreateTruncating(count))));

    public static unsafe Lanes128<T> Load(ref readonly T source, Lanes128<T> mask)
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
        Lanes128<T> lanes = default;
        Span<T> values = MemoryMarshal.CreateSpan(ref Unsafe.As<Lanes128<T>, T>(ref lanes), Count);
        for (int i = 0; i < Count && !T.IsZero(mask.Value[i]); i++)
        {
            values[i] = Unsafe.Add(ref Unsafe.AsRef(in source), i);
        }
        return lanes;
    }

    public static unsafe void Store(Lanes128<T> lanes, ref T destination, Lanes128<T> mask)
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
