using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>Functions of matrices, column after column, that take one number more for each row: a bias, a scale, a slope of a unit.</summary>
internal static class PerRow
{
    /// <summary>rᵢⱼ = f(xᵢⱼ, yᵢⱼ, pᵢ). The result may be an operand; partial overlap is not allowed.</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">Rows × columns.</param>
    /// <param name="y">Rows × columns.</param>
    /// <param name="p">A number for each row.</param>
    /// <param name="result">Receives rows × columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Map<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> p,
        Span<T> result
    )
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Length, "numbers x", y.Length, "numbers y");
        Sizes.Same(x.Length, "numbers", result.Length, "results");
        if (!x.IsEmpty)
        {
            Sizes.Same(x.Length, "numbers", x.Length / p.Length * p.Length, "numbers in whole columns");
            WidestLanes<T>.Run(new Kernel<TFunction, T>(f, x, y, p, result));
        }
    }

    internal readonly ref struct Kernel<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> p,
        Span<T> result
    ) : IKernel<T>
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly ReadOnlySpan<T> y = y;
        private readonly ReadOnlySpan<T> p = p;
        private readonly Span<T> result = result;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int row = Rows<V>(0);
            row = Rows<Lanes128<T>>(row);
            Rows<Lane<T>>(row);
        }

        /// <summary>As many rows as fill whole vectors, from one on.</summary>
        /// <returns>The first row that is left.</returns>
        [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
        private int Rows<V>(int first)
            where V : struct, ILanes<V, T>
        {
            // Copies on the stack: what the function holds can then stay in registers.
            TFunction function = f;
            int rows = p.Length;
            int end = rows - (rows - first) % V.Count;
            ref T pRow = ref MemoryMarshal.GetReference(p);
            ref T xColumn = ref MemoryMarshal.GetReference(x);
            ref T yColumn = ref MemoryMarshal.GetReference(y);
            ref T rColumn = ref MemoryMarshal.GetReference(result);
            for (int start = 0; first < end && start < x.Length; start += rows)
            {
                for (int i = first; i < end; i += V.Count)
                {
                    V xi = V.Load(in Unsafe.Add(ref xColumn, i));
                    V yi = V.Load(in Unsafe.Add(ref yColumn, i));
                    V pi = V.Load(in Unsafe.Add(ref pRow, i));
                    V.Store(function.Invoke(xi, yi, pi), ref Unsafe.Add(ref rColumn, i));
                }
                xColumn = ref Unsafe.Add(ref xColumn, rows);
                yColumn = ref Unsafe.Add(ref yColumn, rows);
                rColumn = ref Unsafe.Add(ref rColumn, rows);
            }
            return end;
        }
    }
}
