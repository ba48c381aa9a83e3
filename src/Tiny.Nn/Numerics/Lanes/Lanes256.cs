using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>256 bits of lanes. Lanes512, Lanes256 and Lanes128 say the same of their width; <see cref="Lane{T}"/> says it in plain arithmetic.</summary>
internal readonly struct Lanes256<T>(Vector256<T> value) : ILanes<Lanes256<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A field, not a property: a formula is some hundred of these, and the compiler inlines no more calls than it has patience for.
    internal readonly Vector256<T> Value = value;

    public static int SignificandBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 24 : 53;
    }

    public static int Count => Vector256<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Constant(double value) =>
        typeof(T) == typeof(float)
            ? new(Vector256.Create((float)value).As<float, T>())
            : new(Vector256.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Constant(Scalar value) =>
        typeof(T) == typeof(float)
            ? new(Vector256.Create(value.AsSingle).As<float, T>())
            : new(Vector256.Create(value.AsDouble).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Constant(T value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator +(Lanes256<T> left, Lanes256<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> left, Lanes256<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator *(Lanes256<T> left, Lanes256<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator /(Lanes256<T> left, Lanes256<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> operator -(Lanes256<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> MultiplyAdd(Lanes256<T> x, Lanes256<T> y, Lanes256<T> z) =>
        typeof(T) == typeof(float)
            ? new(Vector256.FusedMultiplyAdd(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
            : new(
                Vector256.FusedMultiplyAdd(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>()
            );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Sqrt(Lanes256<T> x) => new(Vector256.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Abs(Lanes256<T> x) => new(Vector256.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Round(Lanes256<T> x) =>
        typeof(T) == typeof(float)
            ? new(Vector256.Round(x.Value.AsSingle()).As<float, T>())
            : new(Vector256.Round(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> IfLess(Lanes256<T> left, Lanes256<T> right, Lanes256<T> yes, Lanes256<T> no) =>
        new(Vector256.ConditionalSelect(Vector256.LessThan(left.Value, right.Value), yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> PowerOfTwo(Lanes256<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<int> bits = (n.Value.AsSingle() + Vector256.Create(Ieee.SingleAnchor)).AsInt32();
            return new(((bits + Vector256.Create(Ieee.SingleBias)) << Ieee.SingleFractionBits).As<int, T>());
        }
        Vector256<long> wideBits = (n.Value.AsDouble() + Vector256.Create(Ieee.DoubleAnchor)).AsInt64();
        return new(((wideBits + Vector256.Create(Ieee.DoubleBias)) << Ieee.DoubleFractionBits).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Significand(Lanes256<T> x, out Lanes256<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            Vector256<int> bits = x.Value.AsInt32();
            Vector256<int> biased = (bits + Vector256.Create(Ieee.SingleShift)) >>> Ieee.SingleFractionBits;
            Vector256<int> e = biased - Vector256.Create(Ieee.SingleBias);
            Vector256<float> anchored = (e + Vector256.Create(Ieee.SingleAnchorBits)).AsSingle();
            exponent = new((anchored - Vector256.Create(Ieee.SingleAnchor)).As<float, T>());
            return new((bits - (e << Ieee.SingleFractionBits)).As<int, T>());
        }
        Vector256<long> wideBits = x.Value.AsInt64();
        Vector256<long> wideBiased = (wideBits + Vector256.Create(Ieee.DoubleShift)) >>> Ieee.DoubleFractionBits;
        Vector256<long> wideE = wideBiased - Vector256.Create(Ieee.DoubleBias);
        Vector256<double> wideAnchored = (wideE + Vector256.Create(Ieee.DoubleAnchorBits)).AsDouble();
        exponent = new((wideAnchored - Vector256.Create(Ieee.DoubleAnchor)).As<double, T>());
        return new((wideBits - (wideE << Ieee.DoubleFractionBits)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> Load(ref readonly T source) => new(Vector256.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes256<T> lanes, ref T destination) => lanes.Value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes256<T> LoadApart(ref readonly T source, nint step)
    {
        ref T upper = ref Unsafe.Add(ref Unsafe.AsRef(in source), Lanes128<T>.Count * step);
        return new(
            Vector256.Create(Lanes128<T>.LoadApart(in source, step).Value, Lanes128<T>.LoadApart(in upper, step).Value)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreApart(Lanes256<T> lanes, ref T destination, nint step)
    {
        Lanes128<T>.StoreApart(new(lanes.Value.GetLower()), ref destination, step);
        ref T upper = ref Unsafe.Add(ref destination, Lanes128<T>.Count * step);
        Lanes128<T>.StoreApart(new(lanes.Value.GetUpper()), ref upper, step);
    }
}
