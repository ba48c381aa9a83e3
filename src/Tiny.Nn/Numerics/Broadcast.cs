using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics;

/// <summary>One column against all columns of a matrix.</summary>
public static class Broadcast
{
    /// <summary>Adds a column to every column: xᵢⱼ ← xᵢⱼ + bᵢ.</summary>
    /// <exception cref="ArgumentException">b has another length than a column.</exception>
    public static void Add<T>(Matrix<T> x, ReadOnlySpan<T> b)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(x.Rows, b.Length);
        WidestLanes<T>.Run(new AddKernel<T>(x.Values, b, x.Columns));
    }

    internal readonly ref struct AddKernel<T>(Span<T> x, ReadOnlySpan<T> b, int columns) : IKernel<T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Span<T> x = x;
        private readonly ReadOnlySpan<T> b = b;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<V>()
            where V : struct, ILanes<V, T>
        {
            int whole = b.Length - b.Length % V.Count;
            Rows<V>(0, whole);
            Rows<Lane<T>>(whole, b.Length);
        }

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        private void Rows<V>(int row, int end)
            where V : struct, ILanes<V, T>
        {
            for (; row < end; row += V.Count)
            {
                V addend = V.Load(in b[row]);
                for (int column = 0; column < columns; column++)
                {
                    ref T place = ref x[column * b.Length + row];
                    V.Store(V.Load(in place) + addend, ref place);
                }
            }
        }
    }
}
