using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics;

/// <summary>What softmax and its cross-entropy have in common: the exponentials of each column, taken so that none overflows.</summary>
internal static class ColumnExponentials
{
    /// <summary>eᵢⱼ = e^(zᵢⱼ − mⱼ), mⱼ = maxᵢ zᵢⱼ and sⱼ = Σᵢ eᵢⱼ, from the first row to the last.</summary>
    /// <param name="z">Units × samples.</param>
    /// <param name="e">Receives the exponentials, units × samples; the largest of each column is 1.</param>
    /// <param name="maxima">Receives m, one per column.</param>
    /// <param name="sums">Receives s, one per column.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Compute<T>(Matrix<T> z, Matrix<T> e, Span<T> maxima, Span<T> sums)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(z, e);
        int rows = z.Rows;
        ReadOnlySpan<T> from = z.Values;
        Span<T> to = e.Values;
        for (int column = 0; column < maxima.Length; column++)
        {
            ReadOnlySpan<T> some = from.Slice(column * rows, rows);
            T max = T.NegativeInfinity;
            foreach (T value in some)
            {
                max = T.MaxNative(max, value);
            }
            maxima[column] = max;
            Span<T> shifted = to.Slice(column * rows, rows);
            for (int i = 0; i < shifted.Length; i++)
            {
                shifted[i] = some[i] - max;
            }
        }
        Elementwise.Map<Exponential, T>(default, to, to);
        for (int column = 0; column < sums.Length; column++)
        {
            T sum = T.Zero;
            foreach (T value in to.Slice(column * rows, rows))
            {
                sum += value;
            }
            sums[column] = sum;
        }
    }

    private readonly struct Exponential : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => Elementary.Exp(x);
    }
}
