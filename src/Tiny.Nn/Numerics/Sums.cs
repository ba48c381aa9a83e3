using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Numerics;

/// <summary>Sums in an order that is fixed by the length alone, so that their bits depend on nothing else.</summary>
public static class Sums
{
    /// <summary>Running sums, whatever the vector width: element i goes to the sum i mod 64. So many keep the adders busy.</summary>
    internal const int Partials = 64;

    /// <summary>Σ xᵢ.</summary>
    public static T Sum<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum<First, T>(default, x, x);

    /// <summary>Σ xᵢ².</summary>
    public static T SumOfSquares<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum<Product, T>(default, x, x);

    /// <summary>Σ |xᵢ|.</summary>
    public static T SumOfMagnitudes<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => Sum<Magnitude, T>(default, x, x);

    /// <summary>Σ f(xᵢ, yᵢ).</summary>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static T Sum<TFunction, T>(TFunction f, ReadOnlySpan<T> x, ReadOnlySpan<T> y)
        where TFunction : struct, IBinary
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Length, "numbers x", y.Length, "numbers y");
        Unsafe.SkipInit(out Running<T> sums);
        WidestLanes<T>.Run(new SumKernel<TFunction, T>(f, x, y, sums));
        return sums[0];
    }

    /// <summary>Adds the columns up: sᵢ = Σⱼ xᵢⱼ, from the first column to the last.</summary>
    /// <exception cref="ArgumentException">The sum has another length than a column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Columns<T>(Matrix<T> x, Span<T> sum)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Rows, "rows", sum.Length, "sums");
        WidestLanes<T>.Run(new ColumnsKernel<T>(x.Values, sum, x.Columns));
    }

    /// <summary>True where no number is infinite or none at all, nor so large that many of them together would be.</summary>
    /// <remarks>The sum of each block is looked at: one addition for each number, and no branch.</remarks>
    internal static bool AreFinite<T>(ReadOnlySpan<T> x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        FiniteBlock<T> blocks = new(x);
        StepThreads.Run(ref blocks, (x.Length + FiniteBlock<T>.Length - 1) / FiniteBlock<T>.Length);
        return blocks.AreAll;
    }

    private ref struct FiniteBlock<T>(ReadOnlySpan<T> x) : ITeamWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        internal const int Length = 1 << 15;

        private readonly ReadOnlySpan<T> x = x;
        private int others;

        internal readonly bool AreAll => others == 0;

        public void Do(int part)
        {
            ReadOnlySpan<T> block = x.Slice(part * Length, Math.Min(Length, x.Length - part * Length));
            if (!T.IsFinite(SumOfMagnitudes(block)))
            {
                Volatile.Write(ref others, 1);
            }
        }
    }

    internal readonly struct First : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => x;
    }

    internal readonly struct Product : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => x * y;
    }

    internal readonly struct Magnitude : IBinary
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public V Invoke<V>(V x, V y)
            where V : struct, ILanes<V> => V.Abs(x);
    }

    [InlineArray(Partials)]
    private struct Running<T>
    {
        private T first;
    }

    internal readonly ref struct ColumnsKernel<T>(ReadOnlySpan<T> x, Span<T> sum, int columns) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly ReadOnlySpan<T> x = x;
        private readonly Span<T> sum = sum;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = sum.Length - sum.Length % V.Count;
            Rows<V>(0, whole);
            Rows<Lane<T>>(whole, sum.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Rows<V>(int row, int end)
            where V : struct, ILanes<V, T>
        {
            for (; row < end; row += V.Count)
            {
                V total = default;
                ref T from = ref Unsafe.Add(ref MemoryMarshal.GetReference(x), row);
                for (int column = 0; column < columns; column++)
                {
                    total += V.Load(in from);
                    from = ref Unsafe.Add(ref from, sum.Length);
                }
                V.Store(total, ref sum[row]);
            }
        }
    }
}
