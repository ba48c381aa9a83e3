using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>512 bits of lanes. Lanes512, Lanes256 and Lanes128 say the same of their width; <see cref="Lane{T}"/> says it in plain arithmetic.</summary>
internal readonly struct Lanes512<T>(Vector512<T> value) : ILanes<Lanes512<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A field, not a property: a formula is some hundred of these, and the compiler inlines no more calls than it has patience for.
    internal readonly Vector512<T> Value = value;

    public static int SignificandBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 24 : 53;
    }

    public static int Count => Vector512<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Constant(double value) =>
        typeof(T) == typeof(float)
            ? new(Vector512.Create((float)value).As<float, T>())
            : new(Vector512.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Constant(Scalar value) =>
        typeof(T) == typeof(float)
            ? new(Vector512.Create(value.AsSingle).As<float, T>())
            : new(Vector512.Create(value.AsDouble).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Constant(T value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator +(Lanes512<T> left, Lanes512<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> left, Lanes512<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator *(Lanes512<T> left, Lanes512<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator /(Lanes512<T> left, Lanes512<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> operator -(Lanes512<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> MultiplyAdd(Lanes512<T> x, Lanes512<T> y, Lanes512<T> z) =>
        typeof(T) == typeof(float)
            ? new(Vector512.FusedMultiplyAdd(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
            : new(
                Vector512.FusedMultiplyAdd(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>()
            );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Sqrt(Lanes512<T> x) => new(Vector512.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Abs(Lanes512<T> x) => new(Vector512.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Round(Lanes512<T> x) =>
        typeof(T) == typeof(float)
            ? new(Vector512.Round(x.Value.AsSingle()).As<float, T>())
            : new(Vector512.Round(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> IfLess(Lanes512<T> left, Lanes512<T> right, Lanes512<T> yes, Lanes512<T> no) =>
        new(Vector512.ConditionalSelect(Vector512.LessThan(left.Value, right.Value), yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> PowerOfTwo(Lanes512<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<int> bits = (n.Value.AsSingle() + Vector512.Create(Ieee.SingleAnchor)).AsInt32();
            return new(((bits + Vector512.Create(Ieee.SingleBias)) << Ieee.SingleFractionBits).As<int, T>());
        }
        Vector512<long> wideBits = (n.Value.AsDouble() + Vector512.Create(Ieee.DoubleAnchor)).AsInt64();
        return new(((wideBits + Vector512.Create(Ieee.DoubleBias)) << Ieee.DoubleFractionBits).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Significand(Lanes512<T> x, out Lanes512<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            Vector512<int> bits = x.Value.AsInt32();
            Vector512<int> biased = (bits + Vector512.Create(Ieee.SingleShift)) >>> Ieee.SingleFractionBits;
            Vector512<int> e = biased - Vector512.Create(Ieee.SingleBias);
            Vector512<float> anchored = (e + Vector512.Create(Ieee.SingleAnchorBits)).AsSingle();
            exponent = new((anchored - Vector512.Create(Ieee.SingleAnchor)).As<float, T>());
            return new((bits - (e << Ieee.SingleFractionBits)).As<int, T>());
        }
        Vector512<long> wideBits = x.Value.AsInt64();
        Vector512<long> wideBiased = (wideBits + Vector512.Create(Ieee.DoubleShift)) >>> Ieee.DoubleFractionBits;
        Vector512<long> wideE = wideBiased - Vector512.Create(Ieee.DoubleBias);
        Vector512<double> wideAnchored = (wideE + Vector512.Create(Ieee.DoubleAnchorBits)).AsDouble();
        exponent = new((wideAnchored - Vector512.Create(Ieee.DoubleAnchor)).As<double, T>());
        return new((wideBits - (wideE << Ieee.DoubleFractionBits)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> Load(ref readonly T source) => new(Vector512.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes512<T> lanes, ref T destination) => lanes.Value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes512<T> LoadApart(ref readonly T source, nint step)
    {
        ref T upper = ref Unsafe.Add(ref Unsafe.AsRef(in source), Lanes256<T>.Count * step);
        return new(
            Vector512.Create(Lanes256<T>.LoadApart(in source, step).Value, Lanes256<T>.LoadApart(in upper, step).Value)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreApart(Lanes512<T> lanes, ref T destination, nint step)
    {
        Lanes256<T>.StoreApart(new(lanes.Value.GetLower()), ref destination, step);
        ref T upper = ref Unsafe.Add(ref destination, Lanes256<T>.Count * step);
        Lanes256<T>.StoreApart(new(lanes.Value.GetUpper()), ref upper, step);
    }
}
