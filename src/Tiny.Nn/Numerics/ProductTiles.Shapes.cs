using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

// The shapes of a tile. Each is the same three steps: load the sums from S, run k once over A and B, store them.
//
//               column   +1   +2   +3            bk: one number of B for each column,
//                  ┌────┬────┬────┬────┐             spread over a whole vector
//   a0 ── vector   │ c00│ c01│ c02│ c03│
//   a1 ── vector   │ c10│ c11│ c12│ c13│         cij += ai · bj   for every k
//   a2 ── vector   │ c20│ c21│ c22│ c23│
//                  └────┴────┴────┴────┘
//
// The sums are variables of their own, not an array, because only variables stay in registers. That is why the shapes are
// written out one by one.
internal readonly ref partial struct ProductTiles<T>
{
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
