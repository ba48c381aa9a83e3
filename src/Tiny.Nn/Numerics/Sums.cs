using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics;

/// <summary>Sums in an order that is fixed by the length alone, so that their bits depend on nothing else.</summary>
public static class Sums
{
    /// <summary>Sixteen running sums, whatever the vector width: element i goes to the sum i mod 16.</summary>
    private const int Partials = 16;

    /// <summary>Σ xᵢ.</summary>
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Partial<T> partial = default;
        WidestLanes<T>.Run(new SumKernel<Identity, T>(default, x, partial));
        return Fold<T>(partial);
    }

    /// <summary>Σ xᵢ².</summary>
    public static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Partial<T> partial = default;
        WidestLanes<T>.Run(new SumKernel<Square, T>(default, x, partial));
        return Fold<T>(partial);
    }

    /// <summary>Σ |xᵢ|.</summary>
    public static T SumOfMagnitudes<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Partial<T> partial = default;
        WidestLanes<T>.Run(new SumKernel<Magnitude, T>(default, x, partial));
        return Fold<T>(partial);
    }

    /// <summary>Σ f(xᵢ, yᵢ).</summary>
    internal static T Sum<TFunction, T>(TFunction f, ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where TFunction : struct, IBinary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x.Length, y.Length);
        Partial<T> partial = default;
        WidestLanes<T>.Run(new PairsKernel<TFunction, T>(f, x, y, partial));
        return Fold<T>(partial);
    }

    /// <summary>Adds the columns up: sᵢ = Σⱼ xᵢⱼ, from the first column to the last.</summary>
    /// <exception cref="ArgumentException">The sum has another length than a column.</exception>
    public static void Columns<T>(Matrix<T> x, Span<T> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(x.Rows, sum.Length);
        WidestLanes<T>.Run(new ColumnsKernel<T>(x.Values, sum, x.Columns));
    }

    /// <summary>8 + 8, 4 + 4, 2 + 2, 1 + 1.</summary>
    private static T Fold<T>(Span<T> partial)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int half = Partials / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
            {
                partial[i] += partial[i + half];
            }
        }
        return partial[0];
    }

    internal readonly struct Identity : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => x;
    }

    internal readonly struct Square : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => x * x;
    }

    internal readonly struct Magnitude : IUnary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x)
            where V : struct, ILanes<V> => V.Abs(x);
    }

    [InlineArray(Partials)]
    private struct Partial<T>
    {
        private T first;
    }

    internal readonly ref struct SumKernel<TFunction, T>(TFunction f, ReadOnlySpan<T> x, Span<T> partial) : IKernel<T>
        where TFunction : struct, IUnary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly Span<T> partial = partial;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            for (int from = 0; from < Partials; from += V.Count)
            {
                V sum = default;
                int i = from;
                for (; i <= x.Length - V.Count; i += Partials)
                {
                    sum += f.Invoke(V.Load(in x[i]));
                }
                if (i < x.Length)
                {
                    sum += f.Invoke(V.Load(in x[i], V.First(x.Length - i)));
                }
                V.Store(sum, ref partial[from]);
            }
        }
    }

    internal readonly ref struct PairsKernel<TFunction, T>(
        TFunction f,
        ReadOnlySpan<T> x,
        ReadOnlySpan<T> y,
        Span<T> partial
    ) : IKernel<T>
        where TFunction : struct, IBinary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly ReadOnlySpan<T> y = y;
        private readonly Span<T> partial = partial;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            for (int from = 0; from < Partials; from += V.Count)
            {
                V sum = default;
                int i = from;
                for (; i <= x.Length - V.Count; i += Partials)
                {
                    sum += f.Invoke(V.Load(in x[i]), V.Load(in y[i]));
                }
                if (i < x.Length)
                {
                    // Lanes past the end count nothing, whatever f makes of the zeros in them.
                    V mask = V.First(x.Length - i);
                    Partial<T> last = default;
                    V.Store(f.Invoke(V.Load(in x[i], mask), V.Load(in y[i], mask)), ref last[0], x.Length - i);
                    sum += V.Load(in last[0]);
                }
                V.Store(sum, ref partial[from]);
            }
        }
    }

    internal readonly ref struct ColumnsKernel<T>(ReadOnlySpan<T> x, Span<T> sum, int columns) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly Span<T> sum = sum;

        public unsafe void Run<V>()
            where V : struct, ILanes<V, T>
        {
            fixed (T* pinned = x)
            {
                int row = 0;
                for (; row <= sum.Length - V.Count; row += V.Count)
                {
                    Rows<V, WholeEdge>(row, V.Count);
                }
                if (row < sum.Length)
                {
                    Rows<V, PartEdge>(row, sum.Length - row);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Rows<V, TEdge>(int row, int count)
            where V : struct, ILanes<V, T>
            where TEdge : struct, IEdge
        {
            V mask = V.First(count);
            V total = default;
            ref T from = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), row);
            for (int column = 0; column < columns; column++)
            {
                total += TEdge.Load(in from, mask);
                from = ref Unsafe.Add(ref from, sum.Length);
            }
            TEdge.Store(total, ref sum[row], count);
        }
    }
}
