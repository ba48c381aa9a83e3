using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

// The tiles of a strip. Each is the same three steps: load the sums from S, run k once over A and B, store them.
//
//               column   +1   +2   +3            bk: one number of B for each column,
//                  ┌────┬────┬────┬────┐             spread over a whole vector
//   a0 ── vector   │ z00│ z01│ z02│ z03│
//   a1 ── vector   │ z10│ z11│ z12│ z13│         zij += ai · bj   for every k
//   a2 ── vector   │ z20│ z21│ z22│ z23│
//                  └────┴────┴────┴────┘
//
// The sums are variables of their own, not an array, because only variables stay in registers. That is why the tiles are
// written out one by one.
internal readonly ref partial struct ProductStrip<T>
{
    /// <summary>Three vectors high, four columns at a time; what is left of the columns, one at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ThreeVectors<V>(StridedView<T> a, StridedView<T> start, StridedView<T> c, int columns)
        where V : struct, ILanes<V, T>
    {
        int n = V.Count;
        nint aStep = a.ColumnStep,
            bStep = b.RowStep,
            b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1;
        ref T bTile = ref b.First;
        ref T s0 = ref start.First;
        ref T c0 = ref c.First;
        for (; columns >= 4; columns -= 4)
        {
            ref T s1 = ref Unsafe.Add(ref s0, start.ColumnStep);
            ref T s2 = ref Unsafe.Add(ref s1, start.ColumnStep);
            ref T s3 = ref Unsafe.Add(ref s2, start.ColumnStep);
            V z00 = V.Load(in s0),
                z10 = V.Load(in Unsafe.Add(ref s0, n)),
                z20 = V.Load(in Unsafe.Add(ref s0, 2 * n));
            V z01 = V.Load(in s1),
                z11 = V.Load(in Unsafe.Add(ref s1, n)),
                z21 = V.Load(in Unsafe.Add(ref s1, 2 * n));
            V z02 = V.Load(in s2),
                z12 = V.Load(in Unsafe.Add(ref s2, n)),
                z22 = V.Load(in Unsafe.Add(ref s2, 2 * n));
            V z03 = V.Load(in s3),
                z13 = V.Load(in Unsafe.Add(ref s3, n)),
                z23 = V.Load(in Unsafe.Add(ref s3, 2 * n));
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            AskFor(ref Unsafe.Add(ref bTile, bGroup));
            for (int k = length; k > 0; k--)
            {
                V a0 = V.Load(in ak),
                    a1 = V.Load(in Unsafe.Add(ref ak, n)),
                    a2 = V.Load(in Unsafe.Add(ref ak, 2 * n));
                V x = V.Constant(bk);
                z00 = V.MultiplyAdd(a0, x, z00);
                z10 = V.MultiplyAdd(a1, x, z10);
                z20 = V.MultiplyAdd(a2, x, z20);
                x = V.Constant(Unsafe.Add(ref bk, b1));
                z01 = V.MultiplyAdd(a0, x, z01);
                z11 = V.MultiplyAdd(a1, x, z11);
                z21 = V.MultiplyAdd(a2, x, z21);
                x = V.Constant(Unsafe.Add(ref bk, b2));
                z02 = V.MultiplyAdd(a0, x, z02);
                z12 = V.MultiplyAdd(a1, x, z12);
                z22 = V.MultiplyAdd(a2, x, z22);
                x = V.Constant(Unsafe.Add(ref bk, b3));
                z03 = V.MultiplyAdd(a0, x, z03);
                z13 = V.MultiplyAdd(a1, x, z13);
                z23 = V.MultiplyAdd(a2, x, z23);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
            }
            ref T c1 = ref Unsafe.Add(ref c0, c.ColumnStep);
            ref T c2 = ref Unsafe.Add(ref c1, c.ColumnStep);
            ref T c3 = ref Unsafe.Add(ref c2, c.ColumnStep);
            V.Store(z00, ref c0);
            V.Store(z10, ref Unsafe.Add(ref c0, n));
            V.Store(z20, ref Unsafe.Add(ref c0, 2 * n));
            V.Store(z01, ref c1);
            V.Store(z11, ref Unsafe.Add(ref c1, n));
            V.Store(z21, ref Unsafe.Add(ref c1, 2 * n));
            V.Store(z02, ref c2);
            V.Store(z12, ref Unsafe.Add(ref c2, n));
            V.Store(z22, ref Unsafe.Add(ref c2, 2 * n));
            V.Store(z03, ref c3);
            V.Store(z13, ref Unsafe.Add(ref c3, n));
            V.Store(z23, ref Unsafe.Add(ref c3, 2 * n));
            bTile = ref Unsafe.Add(ref bTile, bGroup);
            s0 = ref Unsafe.Add(ref s3, start.ColumnStep);
            c0 = ref Unsafe.Add(ref c3, c.ColumnStep);
        }
        for (; columns > 0; columns--)
        {
            V z0 = V.Load(in s0),
                z1 = V.Load(in Unsafe.Add(ref s0, n)),
                z2 = V.Load(in Unsafe.Add(ref s0, 2 * n));
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            for (int k = length; k > 0; k--)
            {
                V x = V.Constant(bk);
                z0 = V.MultiplyAdd(V.Load(in ak), x, z0);
                z1 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, n)), x, z1);
                z2 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 2 * n)), x, z2);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
            }
            V.Store(z0, ref c0);
            V.Store(z1, ref Unsafe.Add(ref c0, n));
            V.Store(z2, ref Unsafe.Add(ref c0, 2 * n));
            bTile = ref Unsafe.Add(ref bTile, b1);
            s0 = ref Unsafe.Add(ref s0, start.ColumnStep);
            c0 = ref Unsafe.Add(ref c0, c.ColumnStep);
        }
    }

    /// <summary>Two vectors high, likewise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoVectors<V>(StridedView<T> a, StridedView<T> start, StridedView<T> c, int columns)
        where V : struct, ILanes<V, T>
    {
        int n = V.Count;
        nint aStep = a.ColumnStep,
            bStep = b.RowStep,
            b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1;
        ref T bTile = ref b.First;
        ref T s0 = ref start.First;
        ref T c0 = ref c.First;
        for (; columns >= 4; columns -= 4)
        {
            ref T s1 = ref Unsafe.Add(ref s0, start.ColumnStep);
            ref T s2 = ref Unsafe.Add(ref s1, start.ColumnStep);
            ref T s3 = ref Unsafe.Add(ref s2, start.ColumnStep);
            V z00 = V.Load(in s0),
                z10 = V.Load(in Unsafe.Add(ref s0, n));
            V z01 = V.Load(in s1),
                z11 = V.Load(in Unsafe.Add(ref s1, n));
            V z02 = V.Load(in s2),
                z12 = V.Load(in Unsafe.Add(ref s2, n));
            V z03 = V.Load(in s3),
                z13 = V.Load(in Unsafe.Add(ref s3, n));
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            AskFor(ref Unsafe.Add(ref bTile, bGroup));
            for (int k = length; k > 0; k--)
            {
                V a0 = V.Load(in ak),
                    a1 = V.Load(in Unsafe.Add(ref ak, n));
                V x = V.Constant(bk);
                z00 = V.MultiplyAdd(a0, x, z00);
                z10 = V.MultiplyAdd(a1, x, z10);
                x = V.Constant(Unsafe.Add(ref bk, b1));
                z01 = V.MultiplyAdd(a0, x, z01);
                z11 = V.MultiplyAdd(a1, x, z11);
                x = V.Constant(Unsafe.Add(ref bk, b2));
                z02 = V.MultiplyAdd(a0, x, z02);
                z12 = V.MultiplyAdd(a1, x, z12);
                x = V.Constant(Unsafe.Add(ref bk, b3));
                z03 = V.MultiplyAdd(a0, x, z03);
                z13 = V.MultiplyAdd(a1, x, z13);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
            }
            ref T c1 = ref Unsafe.Add(ref c0, c.ColumnStep);
            ref T c2 = ref Unsafe.Add(ref c1, c.ColumnStep);
            ref T c3 = ref Unsafe.Add(ref c2, c.ColumnStep);
            V.Store(z00, ref c0);
            V.Store(z10, ref Unsafe.Add(ref c0, n));
            V.Store(z01, ref c1);
            V.Store(z11, ref Unsafe.Add(ref c1, n));
            V.Store(z02, ref c2);
            V.Store(z12, ref Unsafe.Add(ref c2, n));
            V.Store(z03, ref c3);
            V.Store(z13, ref Unsafe.Add(ref c3, n));
            bTile = ref Unsafe.Add(ref bTile, bGroup);
            s0 = ref Unsafe.Add(ref s3, start.ColumnStep);
            c0 = ref Unsafe.Add(ref c3, c.ColumnStep);
        }
        for (; columns > 0; columns--)
        {
            V z0 = V.Load(in s0),
                z1 = V.Load(in Unsafe.Add(ref s0, n));
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            for (int k = length; k > 0; k--)
            {
                V x = V.Constant(bk);
                z0 = V.MultiplyAdd(V.Load(in ak), x, z0);
                z1 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, n)), x, z1);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
            }
            V.Store(z0, ref c0);
            V.Store(z1, ref Unsafe.Add(ref c0, n));
            bTile = ref Unsafe.Add(ref bTile, b1);
            s0 = ref Unsafe.Add(ref s0, start.ColumnStep);
            c0 = ref Unsafe.Add(ref c0, c.ColumnStep);
        }
    }
}
