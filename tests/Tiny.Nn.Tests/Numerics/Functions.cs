using System.Numerics;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>A function over lanes as a value, so that tests can be written as tables.</summary>
internal abstract class UnaryFunction(string name)
{
    internal abstract void Map<T>(Width<T> width, ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    internal T[] Map<T>(Width<T> width, ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] y = new T[x.Length];
        Map(width, x, y);
        return y;
    }

    /// <summary>The function of one number.</summary>
    internal T At<T>(T x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Map(Width<T>.One, [x])[0];

    public override string ToString() => name;
}

internal sealed class UnaryFunction<TFunction>(string name) : UnaryFunction(name)
    where TFunction : struct, IUnary
{
    internal override void Map<T>(Width<T> width, ReadOnlySpan<T> x, Span<T> y) =>
        width.Run(new Elementwise.UnaryKernel<TFunction, T>(default, x, y));
}

/// <summary>A function of three numbers over lanes as a value.</summary>
internal abstract class TernaryFunction(string name)
{
    internal abstract void Map<T>(
        Width<T> width,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> result
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    public override string ToString() => name;
}

internal sealed class TernaryFunction<TFunction>(string name) : TernaryFunction(name)
    where TFunction : struct, ITernary
{
    internal override void Map<T>(
        Width<T> width,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> result
    ) => width.Run(new Elementwise.TernaryKernel<TFunction, T>(default, x, y, z, result));
}
