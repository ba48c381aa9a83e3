using System.Numerics;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>
/// A few numbers that are computed side by side: 16, 8, 4, 2 or 1 of them, as the machine allows.
/// A formula is written once, over lanes, and runs at every width.
/// </summary>
/// <remarks>
/// Every operation below is rounded once, as IEEE 754 asks, in every lane alike. So a formula gives the same bits
/// at every width, and the one-lane version is the readable reference of the others.
/// </remarks>
/// <typeparam name="TSelf">The implementing type.</typeparam>
public interface ILanes<TSelf>
    : IAdditionOperators<TSelf, TSelf, TSelf>,
        ISubtractionOperators<TSelf, TSelf, TSelf>,
        IMultiplyOperators<TSelf, TSelf, TSelf>,
        IDivisionOperators<TSelf, TSelf, TSelf>,
        IUnaryNegationOperators<TSelf, TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>The precision of one lane in bits: 24 for float, 53 for double.</summary>
    static abstract int SignificandBits { get; }

    /// <summary>The same number, rounded to the element type, in every lane.</summary>
    static abstract TSelf Constant(double value);

    /// <summary>The same number in every lane, for inner loops.</summary>
    static abstract TSelf Constant(Scalar value);

    /// <summary>x·y + z, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf x, TSelf y, TSelf z);

    /// <summary>√x.</summary>
    static abstract TSelf Sqrt(TSelf x);

    /// <summary>|x|.</summary>
    static abstract TSelf Abs(TSelf x);

    /// <summary>x to the nearest integer, ties to even.</summary>
    static abstract TSelf Round(TSelf x);

    /// <summary>Where left &lt; right the one, elsewhere (NaN included) the other.</summary>
    static abstract TSelf IfLess(TSelf left, TSelf right, TSelf yes, TSelf no);

    /// <summary>2ⁿ for an integral n within the exponents of normal numbers.</summary>
    static abstract TSelf PowerOfTwo(TSelf n);

    /// <summary>x = m·2ᵉ with √½ ≤ m &lt; √2, for a positive normal x.</summary>
    static abstract TSelf Significand(TSelf x, out TSelf exponent);
}

/// <summary>Lanes that can be read from and written to memory.</summary>
internal interface ILanes<TSelf, T> : ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf, T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many lanes there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in every lane.</summary>
    static abstract TSelf Constant(T value);

    /// <summary>Reads <see cref="Count"/> numbers from here on.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>Writes <see cref="Count"/> numbers from here on.</summary>
    static abstract void Store(TSelf lanes, ref T destination);

    /// <summary>Reads <see cref="Count"/> numbers that lie a step apart: the same feature of neighbouring samples, say.</summary>
    static abstract TSelf LoadApart(ref readonly T source, nint step);

    /// <summary>Writes <see cref="Count"/> numbers a step apart.</summary>
    static abstract void StoreApart(TSelf lanes, ref T destination, nint step);
}
