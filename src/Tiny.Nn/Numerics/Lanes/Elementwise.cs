using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>A function of one number, over lanes.</summary>
internal interface IUnary
{
    V Invoke<V>(V x)
        where V : struct, ILanes<V>;
}

/// <summary>A function of two numbers, over lanes.</summary>
internal interface IBinary
{
    V Invoke<V>(V x, V y)
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Map<TFunction, T>(TFunction f, ReadOnlySpan<T> x, Span<T> y)
        where TFunction : struct, IUnary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Length, "numbers", y.Length, "results");
        Portioned<T>.Run(new UnaryKernel<TFunction, T>(f, x, y), y.Length);
    }

    /// <summary>rᵢ = f(xᵢ, yᵢ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Map<TFunction, T>(TFunction f, ReadOnlySpan<T> x, ReadOnlySpan<T> y, Span<T> result)
        where TFunction : struct, IBinary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Length, "numbers x", y.Length, "numbers y");
        Sizes.Same(x.Length, "numbers", result.Length, "results");
        Portioned<T>.Run(new BinaryKernel<TFunction, T>(f, x, y, result), result.Length);
    }

    /// <summary>rᵢ = f(xᵢ, yᵢ, zᵢ).</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
        Sizes.Same(x.Length, "numbers x", y.Length, "numbers y");
        Sizes.Same(x.Length, "numbers x", z.Length, "numbers z");
        Sizes.Same(x.Length, "numbers", result.Length, "results");
        Portioned<T>.Run(new TernaryKernel<TFunction, T>(f, x, y, z, result), result.Length);
    }

    internal readonly ref struct UnaryKernel<TFunction, T>(TFunction f, ReadOnlySpan<T> x, Span<T> result)
        : IPortionedKernel<UnaryKernel<TFunction, T>, T>
        where TFunction : struct, IUnary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly Span<T> result = result;

        public UnaryKernel<TFunction, T> Range(int first, int count) =>
            new(f, x.Slice(first, count), result.Slice(first, count));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = result.Length - result.Length % V.Count;
            Map<V>(in MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(result), whole);
            if (whole < result.Length)
            {
                Rest<T> xRest = new(x[whole..]);
                Map<V>(in xRest[0], ref xRest[0], V.Count);
                xRest[..(result.Length - whole)].CopyTo(result[whole..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Map<V>(ref readonly T x, ref T result, int length)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the function holds can then stay in registers.
            TFunction function = f;
            for (int i = 0; i < length; i += V.Count)
            {
                V xi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in x), i));
                V.Store(function.Invoke(xi), ref Unsafe.Add(ref result, i));
            }
        }
    }

    internal readonly ref struct BinaryKernel<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        Span<T> result
    ) : IPortionedKernel<BinaryKernel<TFunction, T>, T>
        where TFunction : struct, IBinary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly ReadOnlySpan<T> y = y;
        private readonly Span<T> result = result;

        public BinaryKernel<TFunction, T> Range(int first, int count) =>
            new(f, x.Slice(first, count), y.Slice(first, count), result.Slice(first, count));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = result.Length - result.Length % V.Count;
            Map<V>(
                in MemoryMarshal.GetReference(x),
                in MemoryMarshal.GetReference(y),
                ref MemoryMarshal.GetReference(result),
                whole
            );
            if (whole < result.Length)
            {
                Rest<T> xRest = new(x[whole..]);
                Rest<T> yRest = new(y[whole..]);
                Map<V>(in xRest[0], in yRest[0], ref xRest[0], V.Count);
                xRest[..(result.Length - whole)].CopyTo(result[whole..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Map<V>(ref readonly T x, ref readonly T y, ref T result, int length)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the function holds can then stay in registers.
            TFunction function = f;
            for (int i = 0; i < length; i += V.Count)
            {
                V xi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in x), i));
                V yi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in y), i));
                V.Store(function.Invoke(xi, yi), ref Unsafe.Add(ref result, i));
            }
        }
    }

    internal readonly ref struct TernaryKernel<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> result
    ) : IPortionedKernel<TernaryKernel<TFunction, T>, T>
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly ReadOnlySpan<T> y = y;
        private readonly ReadOnlySpan<T> z = z;
        private readonly Span<T> result = result;

        public TernaryKernel<TFunction, T> Range(int first, int count) =>
            new(f, x.Slice(first, count), y.Slice(first, count), z.Slice(first, count), result.Slice(first, count));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = result.Length - result.Length % V.Count;
            Map<V>(
                in MemoryMarshal.GetReference(x),
                in MemoryMarshal.GetReference(y),
                in MemoryMarshal.GetReference(z),
                ref MemoryMarshal.GetReference(result),
                whole
            );
            if (whole < result.Length)
            {
                Rest<T> xRest = new(x[whole..]);
                Rest<T> yRest = new(y[whole..]);
                Rest<T> zRest = new(z[whole..]);
                Map<V>(in xRest[0], in yRest[0], in zRest[0], ref xRest[0], V.Count);
                xRest[..(result.Length - whole)].CopyTo(result[whole..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private void Map<V>(ref readonly T x, ref readonly T y, ref readonly T z, ref T result, int length)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the function holds can then stay in registers.
            TFunction function = f;
            for (int i = 0; i < length; i += V.Count)
            {
                V xi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in x), i));
                V yi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in y), i));
                V zi = V.Load(in Unsafe.Add(ref Unsafe.AsRef(in z), i));
                V.Store(function.Invoke(xi, yi, zi), ref Unsafe.Add(ref result, i));
            }
        }
    }
}
