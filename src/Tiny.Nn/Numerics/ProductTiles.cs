using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>
/// The innermost loops of a product: C = S + A·B for a block of A's rows, tile by tile. A tile's sums stay in registers while
/// k runs once over the operands: of 3 vectors × 4 columns, three loads of A and four single numbers of B feed twelve
/// multiply-adds, which is what the arithmetic units of today's processors can take.
/// </summary>
internal readonly ref struct ProductTiles<T>(
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

    /// <param name="a">The first number of the panel.</param>
    /// <param name="aStep">From one k to the next.</param>
    /// <param name="row">The tile's first row in C.</param>
    /// <param name="column">The tile's first column in C.</param>
    /// <param name="last">How many rows the last vector has.</param>
    /// <param name="to">Where the tile goes.</param>
    /// <param name="toStep">From one column there to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ThreeByFour<V, TEdge>(ref T a, nint aStep, int row, int column, int last, ref T to, nint toStep)
        where V : struct, ILanes<V, T>
        where TEdge : struct, IEdge
    {
        int n = V.Count;
        V mask = V.First(last);
        ref T s0 = ref start[row, column];
        ref T s1 = ref Unsafe.Add(ref s0, start.ColumnStep);
        ref T s2 = ref Unsafe.Add(ref s1, start.ColumnStep);
        ref T s3 = ref Unsafe.Add(ref s2, start.ColumnStep);
        V c00 = V.Load(in s0),
            c10 = V.Load(in Unsafe.Add(ref s0, n)),
            c20 = TEdge.Load(in Unsafe.Add(ref s0, 2 * n), mask);
        V c01 = V.Load(in s1),
            c11 = V.Load(in Unsafe.Add(ref s1, n)),
            c21 = TEdge.Load(in Unsafe.Add(ref s1, 2 * n), mask);
        V c02 = V.Load(in s2),
            c12 = V.Load(in Unsafe.Add(ref s2, n)),
            c22 = TEdge.Load(in Unsafe.Add(ref s2, 2 * n), mask);
        V c03 = V.Load(in s3),
            c13 = V.Load(in Unsafe.Add(ref s3, n)),
            c23 = TEdge.Load(in Unsafe.Add(ref s3, 2 * n), mask);
        ref T bk = ref b[0, column];
        nint b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1,
            bStep = b.RowStep;
        for (int k = length; k > 0; k--)
        {
            V a0 = V.Load(in a),
                a1 = V.Load(in Unsafe.Add(ref a, n)),
                a2 = TEdge.Load(in Unsafe.Add(ref a, 2 * n), mask);
            V x = V.Constant(bk);
            c00 = V.MultiplyAdd(a0, x, c00);
            c10 = V.MultiplyAdd(a1, x, c10);
            c20 = V.MultiplyAdd(a2, x, c20);
            x = V.Constant(Unsafe.Add(ref bk, b1));
            c01 = V.MultiplyAdd(a0, x, c01);
            c11 = V.MultiplyAdd(a1, x, c11);
            c21 = V.MultiplyAdd(a2, x, c21);
            x = V.Constant(Unsafe.Add(ref bk, b2));
            c02 = V.MultiplyAdd(a0, x, c02);
            c12 = V.MultiplyAdd(a1, x, c12);
            c22 = V.MultiplyAdd(a2, x, c22);
            x = V.Constant(Unsafe.Add(ref bk, b3));
            c03 = V.MultiplyAdd(a0, x, c03);
            c13 = V.MultiplyAdd(a1, x, c13);
            c23 = V.MultiplyAdd(a2, x, c23);
            a = ref Unsafe.Add(ref a, aStep);
            bk = ref Unsafe.Add(ref bk, bStep);
        }
        Store(ref to, c00, c10, c20);
        Store(ref Unsafe.Add(ref to, toStep), c01, c11, c21);
        Store(ref Unsafe.Add(ref to, 2 * toStep), c02, c12, c22);
        Store(ref Unsafe.Add(ref to, 3 * toStep), c03, c13, c23);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoByFour<V, TEdge>(ref T a, nint aStep, int row, int column, int last, ref T to, nint toStep)
        where V : struct, ILanes<V, T>
        where TEdge : struct, IEdge
    {
        int n = V.Count;
        V mask = V.First(last);
        ref T s0 = ref start[row, column];
        ref T s1 = ref Unsafe.Add(ref s0, start.ColumnStep);
        ref T s2 = ref Unsafe.Add(ref s1, start.ColumnStep);
        ref T s3 = ref Unsafe.Add(ref s2, start.ColumnStep);
        V c00 = V.Load(in s0),
            c10 = TEdge.Load(in Unsafe.Add(ref s0, n), mask);
        V c01 = V.Load(in s1),
            c11 = TEdge.Load(in Unsafe.Add(ref s1, n), mask);
        V c02 = V.Load(in s2),
            c12 = TEdge.Load(in Unsafe.Add(ref s2, n), mask);
        V c03 = V.Load(in s3),
            c13 = TEdge.Load(in Unsafe.Add(ref s3, n), mask);
        ref T bk = ref b[0, column];
        nint b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1,
            bStep = b.RowStep;
        for (int k = length; k > 0; k--)
        {
            V a0 = V.Load(in a),
                a1 = TEdge.Load(in Unsafe.Add(ref a, n), mask);
            V x = V.Constant(bk);
            c00 = V.MultiplyAdd(a0, x, c00);
            c10 = V.MultiplyAdd(a1, x, c10);
            x = V.Constant(Unsafe.Add(ref bk, b1));
            c01 = V.MultiplyAdd(a0, x, c01);
            c11 = V.MultiplyAdd(a1, x, c11);
            x = V.Constant(Unsafe.Add(ref bk, b2));
            c02 = V.MultiplyAdd(a0, x, c02);
            c12 = V.MultiplyAdd(a1, x, c12);
            x = V.Constant(Unsafe.Add(ref bk, b3));
            c03 = V.MultiplyAdd(a0, x, c03);
            c13 = V.MultiplyAdd(a1, x, c13);
            a = ref Unsafe.Add(ref a, aStep);
            bk = ref Unsafe.Add(ref bk, bStep);
        }
        Store(ref to, c00, c10);
        Store(ref Unsafe.Add(ref to, toStep), c01, c11);
        Store(ref Unsafe.Add(ref to, 2 * toStep), c02, c12);
        Store(ref Unsafe.Add(ref to, 3 * toStep), c03, c13);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneByFour<V, TEdge>(ref T a, nint aStep, int row, int column, int last, ref T to, nint toStep)
        where V : struct, ILanes<V, T>
        where TEdge : struct, IEdge
    {
        V mask = V.First(last);
        V c0 = TEdge.Load(in start[row, column], mask);
        V c1 = TEdge.Load(in start[row, column + 1], mask);
        V c2 = TEdge.Load(in start[row, column + 2], mask);
        V c3 = TEdge.Load(in start[row, column + 3], mask);
        ref T bk = ref b[0, column];
        nint b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1,
            bStep = b.RowStep;
        for (int k = length; k > 0; k--)
        {
            V ak = TEdge.Load(in a, mask);
            c0 = V.MultiplyAdd(ak, V.Constant(bk), c0);
            c1 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk, b1)), c1);
            c2 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk, b2)), c2);
            c3 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk, b3)), c3);
            a = ref Unsafe.Add(ref a, aStep);
            bk = ref Unsafe.Add(ref bk, bStep);
        }
        V.Store(c0, ref to);
        V.Store(c1, ref Unsafe.Add(ref to, toStep));
        V.Store(c2, ref Unsafe.Add(ref to, 2 * toStep));
        V.Store(c3, ref Unsafe.Add(ref to, 3 * toStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneByEight<V, TEdge>(ref T a, nint aStep, int row, int column, int last, ref T to, nint toStep)
        where V : struct, ILanes<V, T>
        where TEdge : struct, IEdge
    {
        V mask = V.First(last);
        V c0 = TEdge.Load(in start[row, column], mask);
        V c1 = TEdge.Load(in start[row, column + 1], mask);
        V c2 = TEdge.Load(in start[row, column + 2], mask);
        V c3 = TEdge.Load(in start[row, column + 3], mask);
        V c4 = TEdge.Load(in start[row, column + 4], mask);
        V c5 = TEdge.Load(in start[row, column + 5], mask);
        V c6 = TEdge.Load(in start[row, column + 6], mask);
        V c7 = TEdge.Load(in start[row, column + 7], mask);
        ref T bk = ref b[0, column];
        ref T bk4 = ref b[0, column + 4];
        nint b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1,
            bStep = b.RowStep;
        for (int k = length; k > 0; k--)
        {
            V ak = TEdge.Load(in a, mask);
            c0 = V.MultiplyAdd(ak, V.Constant(bk), c0);
            c1 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk, b1)), c1);
            c2 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk, b2)), c2);
            c3 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk, b3)), c3);
            c4 = V.MultiplyAdd(ak, V.Constant(bk4), c4);
            c5 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk4, b1)), c5);
            c6 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk4, b2)), c6);
            c7 = V.MultiplyAdd(ak, V.Constant(Unsafe.Add(ref bk4, b3)), c7);
            a = ref Unsafe.Add(ref a, aStep);
            bk = ref Unsafe.Add(ref bk, bStep);
            bk4 = ref Unsafe.Add(ref bk4, bStep);
        }
        V.Store(c0, ref to);
        V.Store(c1, ref Unsafe.Add(ref to, toStep));
        V.Store(c2, ref Unsafe.Add(ref to, 2 * toStep));
        V.Store(c3, ref Unsafe.Add(ref to, 3 * toStep));
        V.Store(c4, ref Unsafe.Add(ref to, 4 * toStep));
        V.Store(c5, ref Unsafe.Add(ref to, 5 * toStep));
        V.Store(c6, ref Unsafe.Add(ref to, 6 * toStep));
        V.Store(c7, ref Unsafe.Add(ref to, 7 * toStep));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneByOne<V>(ref T a, nint aStep, int row, int column, int last)
        where V : struct, ILanes<V, T>
    {
        V mask = V.First(last);
        V sum = V.Load(in start[row, column], mask);
        ref T bk = ref b[0, column];
        for (int k = length; k > 0; k--)
        {
            sum = V.MultiplyAdd(V.LoadPinned(in a, mask), V.Constant(bk), sum);
            a = ref Unsafe.Add(ref a, aStep);
            bk = ref Unsafe.Add(ref bk, b.RowStep);
        }
        V.Store(sum, ref c[row, column], last);
    }

    private static void Store<V>(ref T to, V first, V second, V third)
        where V : struct, ILanes<V, T>
    {
        Store(ref to, first, second);
        V.Store(third, ref Unsafe.Add(ref to, 2 * V.Count));
    }

    private static void Store<V>(ref T to, V first, V second)
        where V : struct, ILanes<V, T>
    {
        V.Store(first, ref to);
        V.Store(second, ref Unsafe.Add(ref to, V.Count));
    }
}
