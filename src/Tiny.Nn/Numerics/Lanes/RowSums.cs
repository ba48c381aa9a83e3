using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>Sums along the rows of matrices, each from the first column to the last, so that their bits depend on nothing else.</summary>
internal static class RowSums
{
    /// <summary>sᵢ = Σⱼ f(xᵢⱼ, yᵢⱼ, zᵢⱼ).</summary>
    /// <param name="f">The function.</param>
    /// <param name="x">Rows × columns.</param>
    /// <param name="y">Rows × columns.</param>
    /// <param name="z">Rows × columns.</param>
    /// <param name="sums">Receives a number for each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Sum<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> sums
    )
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Length, "numbers x", y.Length, "numbers y");
        Sizes.Same(x.Length, "numbers x", z.Length, "numbers z");
        if (!sums.IsEmpty)
        {
            Sizes.Same(x.Length, "numbers", x.Length / sums.Length * sums.Length, "numbers in whole columns");
            WidestLanes<T>.Run(new Kernel<TFunction, T>(f, x, y, z, sums));
        }
    }

    internal readonly ref struct Kernel<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        ReadOnlySpan<T> z,
        Span<T> sums
    ) : IKernel<T>
        where TFunction : struct, ITernary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly ReadOnlySpan<T> y = y;
        private readonly ReadOnlySpan<T> z = z;
        private readonly Span<T> sums = sums;

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
        private int Rows<V>(int row)
            where V : struct, ILanes<V, T>
        {
            // A copy on the stack: what the function holds can then stay in registers.
            TFunction function = f;
            for (; row <= sums.Length - V.Count; row += V.Count)
            {
                V sum = default;
                ref T xi = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), row);
                ref T yi = ref Unsafe.Add(ref MemoryMarshal.GetReference(y), row);
                ref T zi = ref Unsafe.Add(ref MemoryMarshal.GetReference(z), row);
                for (int start = 0; start < x.Length; start += sums.Length)
                {
                    sum += function.Invoke(
                        V.Load(in Unsafe.Add(ref xi, start)),
                        V.Load(in Unsafe.Add(ref yi, start)),
                        V.Load(in Unsafe.Add(ref zi, start))
                    );
                }
                V.Store(sum, ref sums[row]);
            }
            return row;
        }
    }
}
