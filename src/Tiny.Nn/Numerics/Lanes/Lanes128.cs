using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>128 bits of lanes. Lanes512, Lanes256 and Lanes128 say the same of their width; <see cref="Lane{T}"/> says it in plain arithmetic.</summary>
internal readonly struct Lanes128<T>(Vector128<T> value) : ILanes<Lanes128<T>, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A field, not a property: a formula is some hundred of these, and the compiler inlines no more calls than it has patience for.
    internal readonly Vector128<T> Value = value;

    public static int SignificandBits
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => typeof(T) == typeof(float) ? 24 : 53;
    }

    public static int Count => Vector128<T>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Constant(double value) =>
        typeof(T) == typeof(float)
            ? new(Vector128.Create((float)value).As<float, T>())
            : new(Vector128.Create(value).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Constant(Scalar value) =>
        typeof(T) == typeof(float)
            ? new(Vector128.Create(value.AsSingle).As<float, T>())
            : new(Vector128.Create(value.AsDouble).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Constant(T value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator +(Lanes128<T> left, Lanes128<T> right) => new(left.Value + right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> left, Lanes128<T> right) => new(left.Value - right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator *(Lanes128<T> left, Lanes128<T> right) => new(left.Value * right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator /(Lanes128<T> left, Lanes128<T> right) => new(left.Value / right.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> operator -(Lanes128<T> value) => new(-value.Value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> MultiplyAdd(Lanes128<T> x, Lanes128<T> y, Lanes128<T> z) =>
        typeof(T) == typeof(float)
            ? new(Vector128.FusedMultiplyAdd(x.Value.AsSingle(), y.Value.AsSingle(), z.Value.AsSingle()).As<float, T>())
            : new(
                Vector128.FusedMultiplyAdd(x.Value.AsDouble(), y.Value.AsDouble(), z.Value.AsDouble()).As<double, T>()
            );

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Sqrt(Lanes128<T> x) => new(Vector128.Sqrt(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Abs(Lanes128<T> x) => new(Vector128.Abs(x.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Round(Lanes128<T> x) =>
        typeof(T) == typeof(float)
            ? new(Vector128.Round(x.Value.AsSingle()).As<float, T>())
            : new(Vector128.Round(x.Value.AsDouble()).As<double, T>());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> IfLess(Lanes128<T> left, Lanes128<T> right, Lanes128<T> yes, Lanes128<T> no) =>
        new(Vector128.ConditionalSelect(Vector128.LessThan(left.Value, right.Value), yes.Value, no.Value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> PowerOfTwo(Lanes128<T> n)
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<int> bits = (n.Value.AsSingle() + Vector128.Create(Ieee.SingleAnchor)).AsInt32();
            return new(((bits + Vector128.Create(Ieee.SingleBias)) << Ieee.SingleFractionBits).As<int, T>());
        }
        Vector128<long> wideBits = (n.Value.AsDouble() + Vector128.Create(Ieee.DoubleAnchor)).AsInt64();
        return new(((wideBits + Vector128.Create(Ieee.DoubleBias)) << Ieee.DoubleFractionBits).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Significand(Lanes128<T> x, out Lanes128<T> exponent)
    {
        if (typeof(T) == typeof(float))
        {
            Vector128<int> bits = x.Value.AsInt32();
            Vector128<int> biased = (bits + Vector128.Create(Ieee.SingleShift)) >>> Ieee.SingleFractionBits;
            Vector128<int> e = biased - Vector128.Create(Ieee.SingleBias);
            Vector128<float> anchored = (e + Vector128.Create(Ieee.SingleAnchorBits)).AsSingle();
            exponent = new((anchored - Vector128.Create(Ieee.SingleAnchor)).As<float, T>());
            return new((bits - (e << Ieee.SingleFractionBits)).As<int, T>());
        }
        Vector128<long> wideBits = x.Value.AsInt64();
        Vector128<long> wideBiased = (wideBits + Vector128.Create(Ieee.DoubleShift)) >>> Ieee.DoubleFractionBits;
        Vector128<long> wideE = wideBiased - Vector128.Create(Ieee.DoubleBias);
        Vector128<double> wideAnchored = (wideE + Vector128.Create(Ieee.DoubleAnchorBits)).AsDouble();
        exponent = new((wideAnchored - Vector128.Create(Ieee.DoubleAnchor)).As<double, T>());
        return new((wideBits - (wideE << Ieee.DoubleFractionBits)).As<long, T>());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> Load(ref readonly T source) => new(Vector128.LoadUnsafe(in source));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Lanes128<T> lanes, ref T destination) => lanes.Value.StoreUnsafe(ref destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes128<T> LoadApart(ref readonly T source, nint step)
    {
        ref T second = ref Unsafe.Add(ref Unsafe.AsRef(in source), step);
        if (typeof(T) == typeof(double))
        {
            return new(Vector128.Create(As<double>(in source), As<double>(in second)).As<double, T>());
        }
        ref T third = ref Unsafe.Add(ref second, step);
        ref T fourth = ref Unsafe.Add(ref third, step);
        return new(
            Vector128
                .Create(As<float>(in source), As<float>(in second), As<float>(in third), As<float>(in fourth))
                .As<float, T>()
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreApart(Lanes128<T> lanes, ref T destination, nint step)
    {
        destination = lanes.Value.GetElement(0);
        Unsafe.Add(ref destination, step) = lanes.Value.GetElement(1);
        if (typeof(T) == typeof(float))
        {
            Unsafe.Add(ref destination, 2 * step) = lanes.Value.GetElement(2);
            Unsafe.Add(ref destination, 3 * step) = lanes.Value.GetElement(3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TNumber As<TNumber>(ref readonly T number) => Unsafe.As<T, TNumber>(ref Unsafe.AsRef(in number));
}
