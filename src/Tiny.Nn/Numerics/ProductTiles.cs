using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>
/// The innermost loops of a product: C = S + A·B for a block of A's rows, tile by tile. A tile's sums stay in registers while
/// k runs once over the operands: of 3 vectors × 4 columns, three loads of A and four single numbers of B feed twelve
/// multiply-adds, which is what the arithmetic units of today's processors can take.
/// </summary>
internal readonly ref partial struct ProductTiles<T>(
    StridedView<T> b,
    StridedView<T> start,
    StridedView<T> c,
    int columns,
    int length
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many vectors high a tile is at most.</summary>
    internal const int Vectors = 3;

    private readonly StridedView<T> b = b;
    private readonly StridedView<T> start = start;
    private readonly StridedView<T> c = c;

    /// <summary>Works on rows of C, whose part of A lies in panels as high as a tile.</summary>
    /// <param name="a">The first number of the first panel.</param>
    /// <param name="aStep">From one k to the next.</param>
    /// <param name="panelStep">From one panel to the next.</param>
    /// <param name="firstRow">The first row of C.</param>
    /// <param name="rows">How many rows.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal unsafe void Run<V>(ref T a, nint aStep, nint panelStep, int firstRow, int rows)
        where V : struct, ILanes<V, T>
    {
        // A tile that reaches past the last row is made here whole, and then copied as far as it goes.
        T* tile = stackalloc T[4 * Vectors * V.Count];
        fixed (
            T* pinnedA = &a,
                pinnedStart = &start.First
        )
        {
            int column = 0;
            if (rows <= V.Count)
            {
                column = Narrow<V>(ref a, aStep, firstRow, rows, ref *tile);
            }
            for (; column <= columns - 4; column += 4)
            {
                ref T panel = ref a;
                for (int done = 0; done < rows; done += Vectors * V.Count)
                {
                    FourColumns<V>(ref panel, aStep, firstRow + done, column, rows - done, ref *tile);
                    panel = ref Unsafe.Add(ref panel, panelStep);
                }
            }
            for (; column < columns; column++)
            {
                ref T panel = ref a;
                for (int done = 0; done < rows; done += Vectors * V.Count)
                {
                    OneColumn<V>(ref panel, aStep, firstRow + done, column, Math.Min(rows - done, Vectors * V.Count));
                    panel = ref Unsafe.Add(ref panel, panelStep);
                }
            }
        }
    }

    /// <summary>Where one vector is as high as C, eight columns at a time keep the arithmetic units busy.</summary>
    /// <returns>How many columns are done.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Narrow<V>(ref T a, nint aStep, int row, int rows, ref T tile)
        where V : struct, ILanes<V, T>
    {
        int column = 0;
        for (; column <= columns - 8; column += 8)
        {
            ref T to = ref c[row, column];
            if (rows == V.Count)
            {
                OneByEight<V, WholeEdge>(ref a, aStep, row, column, rows, ref to, c.ColumnStep);
            }
            else
            {
                OneByEight<V, PartEdge>(ref a, aStep, row, column, rows, ref tile, V.Count);
                CopyPart(ref tile, V.Count, ref to, c.ColumnStep, rows, columns: 8);
            }
        }
        return column;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void FourColumns<V>(ref T a, nint aStep, int row, int column, int rows, ref T tile)
        where V : struct, ILanes<V, T>
    {
        int n = V.Count;
        ref T to = ref c[row, column];
        if (rows >= 3 * n)
        {
            ThreeByFour<V, WholeEdge>(ref a, aStep, row, column, n, ref to, c.ColumnStep);
        }
        else if (rows == 2 * n)
        {
            TwoByFour<V, WholeEdge>(ref a, aStep, row, column, n, ref to, c.ColumnStep);
        }
        else if (rows == n)
        {
            OneByFour<V, WholeEdge>(ref a, aStep, row, column, n, ref to, c.ColumnStep);
        }
        else
        {
            int height = Vectors * n;
            if (rows > 2 * n)
            {
                ThreeByFour<V, PartEdge>(ref a, aStep, row, column, rows - 2 * n, ref tile, height);
            }
            else if (rows > n)
            {
                TwoByFour<V, PartEdge>(ref a, aStep, row, column, rows - n, ref tile, height);
            }
            else
            {
                OneByFour<V, PartEdge>(ref a, aStep, row, column, rows, ref tile, height);
            }
            CopyPart(ref tile, height, ref to, c.ColumnStep, rows, columns: 4);
        }
    }

    private static void CopyPart(ref T tile, nint tileStep, ref T to, nint toStep, int rows, int columns)
    {
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < rows; row++)
            {
                Unsafe.Add(ref to, row) = Unsafe.Add(ref tile, row);
            }
            tile = ref Unsafe.Add(ref tile, tileStep);
            to = ref Unsafe.Add(ref to, toStep);
        }
    }

    private void OneColumn<V>(ref T a, nint aStep, int row, int column, int rows)
        where V : struct, ILanes<V, T>
    {
        for (int done = 0; done < rows; done += V.Count)
        {
            OneByOne<V>(ref Unsafe.Add(ref a, done), aStep, row + done, column, rows - done);
        }
    }
}
