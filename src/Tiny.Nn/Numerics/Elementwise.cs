using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>A function of one number, over lanes.</summary>
internal interface IUnary
{
    V Invoke<V>(V x)
        where V : struct, ILanes<V>;
}

/// <summary>A function of three numbers, over lanes.</summary>
internal interface ITernary
{
    V Invoke<V>(V x, V y, V z)
        where V : struct, ILanes<V>;
}

/// <summary>Applies a function to every element. Operands may be the same memory; partial overlap is not allowed.</summary>
internal static class Elementwise
{
    /// <summary>yᵢ = f(xᵢ).</summary>
    internal static void Map<TFunction, T>(TFunction f, ReadOnlySpan<T> x, Span<T> y)
        where TFunction : struct, IUnary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x.Length, y.Length);
        WidestLanes<T>.Run(new UnaryKernel<TFunction, T>(f, x, y));
    }

    /// <summary>rᵢ = f(xᵢ, yᵢ, zᵢ).</summary>
    internal static void Map<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> result
    )
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x.Length, y.Length);
        Shape.Same(x.Length, z.Length);
        Shape.Same(x.Length, result.Length);
        WidestLanes<T>.Run(new TernaryKernel<TFunction, T>(f, x, y, z, result));
    }

    internal readonly ref struct UnaryKernel<TFunction, T>(TFunction f, ReadOnlySpan<T> x, Span<T> y) : IKernel<T>
        where TFunction : struct, IUnary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TFunction f = f;
        private readonly ReadOnlySpan<T> x = x;
        private readonly Span<T> y = y;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int i = 0;
            for (; i <= y.Length - V.Count; i += V.Count)
            {
                V.Store(f.Invoke(V.Load(in x[i])), ref y[i]);
            }
            if (i < y.Length)
            {
                V mask = V.First(y.Length - i);
                V.Store(f.Invoke(V.Load(in x[i], mask)), ref y[i], mask);
            }
        }
    }

    internal readonly ref struct TernaryKernel<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> result
    ) : IKernel<T>
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly TFunction f = f;
        private readonly ReadOnlySpan<T> x = x;
        private readonly ReadOnlySpan<T> y = y;
        private readonly ReadOnlySpan<T> z = z;
        private readonly Span<T> result = result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int i = 0;
            for (; i <= result.Length - V.Count; i += V.Count)
            {
                V.Store(f.Invoke(V.Load(in x[i]), V.Load(in y[i]), V.Load(in z[i])), ref result[i]);
            }
            if (i < result.Length)
            {
                V m = V.First(result.Length - i);
                V.Store(f.Invoke(V.Load(in x[i], m), V.Load(in y[i], m), V.Load(in z[i], m)), ref result[i], m);
            }
        }
    }
}
