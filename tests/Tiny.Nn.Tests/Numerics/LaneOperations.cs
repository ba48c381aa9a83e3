using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>The operations that lanes are made of, as tables of functions.</summary>
internal static class LaneOperations
{
    /// <summary>Those that take any number.</summary>
    internal static UnaryFunction[] Unary { get; } =
    [
        new UnaryFunction<Negation>(nameof(Negation)),
        new UnaryFunction<Abs>(nameof(Abs)),
        new UnaryFunction<Sqrt>(nameof(Sqrt)),
        new UnaryFunction<Round>(nameof(Round)),
    ];

    /// <summary>Of two or three of any numbers.</summary>
    internal static TernaryFunction[] Ternary { get; } =
    [
        new TernaryFunction<Addition>(nameof(Addition)),
        new TernaryFunction<Subtraction>(nameof(Subtraction)),
        new TernaryFunction<Multiplication>(nameof(Multiplication)),
        new TernaryFunction<Division>(nameof(Division)),
        new TernaryFunction<MultiplyAdd>(nameof(MultiplyAdd)),
        new TernaryFunction<IfLess>(nameof(IfLess)),
        new TernaryFunction<Max>(nameof(Max)),
        new TernaryFunction<Min>(nameof(Min)),
    ];

    /// <summary>2ⁿ, for integral n.</summary>
    internal static UnaryFunction TwoToThe { get; } = new UnaryFunction<PowerOfTwo>(nameof(PowerOfTwo));

    /// <summary>The two parts of a positive normal number.</summary>
    internal static UnaryFunction SignificandOf { get; } = new UnaryFunction<Significand>(nameof(Significand));

    internal static UnaryFunction ExponentOf { get; } = new UnaryFunction<Exponent>(nameof(Exponent));

    private readonly struct Negation : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => -x;
    }

    private readonly struct Abs : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Abs(x);
    }

    private readonly struct Sqrt : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Sqrt(x);
    }

    private readonly struct Round : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Round(x);
    }

    private readonly struct PowerOfTwo : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.PowerOfTwo(x);
    }

    private readonly struct Significand : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Significand(x, out _);
    }

    private readonly struct Exponent : IUnary
    {
        public V Invoke<V>(V x)
            where V : struct, ILanes<V>
        {
            V.Significand(x, out V exponent);
            return exponent;
        }
    }

    private readonly struct Addition : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => x + y;
    }

    private readonly struct Subtraction : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => x - y;
    }

    private readonly struct Multiplication : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => x * y;
    }

    private readonly struct Division : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => x / y;
    }

    private readonly struct MultiplyAdd : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => V.MultiplyAdd(x, y, z);
    }

    private readonly struct IfLess : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => V.IfLess(x, y, z, x);
    }

    private readonly struct Max : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => Elementary.Max(x, y);
    }

    private readonly struct Min : ITernary
    {
        public V Invoke<V>(V x, V y, V z)
            where V : struct, ILanes<V> => Elementary.Min(x, y);
    }
}
