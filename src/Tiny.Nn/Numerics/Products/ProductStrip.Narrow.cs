using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

// A strip one vector high, in the same three steps as the higher ones.
internal readonly ref partial struct ProductStrip<T>
{
    /// <summary>One vector high: eight columns at a time, or the arithmetic units would wait for sums to come out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneVector<V>(StridedView<T> a, StridedView<T> start, StridedView<T> c, int columns)
        where V : struct, ILanes<V, T>
    {
        nint aStep = a.ColumnStep,
            bStep = b.RowStep,
            b1 = b.ColumnStep,
            b2 = 2 * b1,
            b3 = 3 * b1;
        ref T bTile = ref b.First;
        ref T s = ref start.First;
        ref T to = ref c.First;
        for (; columns >= 8; columns -= 8)
        {
            V z0 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z1 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z2 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z3 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z4 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z5 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z6 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            V z7 = V.Load(in s);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            ref T bk4 = ref Unsafe.Add(ref bTile, bGroup);
            for (int k = length; k > 0; k--)
            {
                V a0 = V.Load(in ak);
                z0 = V.MultiplyAdd(a0, V.Constant(bk), z0);
                z1 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk, b1)), z1);
                z2 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk, b2)), z2);
                z3 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk, b3)), z3);
                z4 = V.MultiplyAdd(a0, V.Constant(bk4), z4);
                z5 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk4, b1)), z5);
                z6 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk4, b2)), z6);
                z7 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk4, b3)), z7);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
                bk4 = ref Unsafe.Add(ref bk4, bStep);
            }
            V.Store(z0, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z1, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z2, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z3, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z4, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z5, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z6, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            V.Store(z7, ref to);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
            bTile = ref Unsafe.Add(ref bTile, 2 * bGroup);
        }
        if (columns >= 4)
        {
            V z0 = V.Load(in s),
                z1 = V.Load(in Unsafe.Add(ref s, start.ColumnStep)),
                z2 = V.Load(in Unsafe.Add(ref s, 2 * start.ColumnStep)),
                z3 = V.Load(in Unsafe.Add(ref s, 3 * start.ColumnStep));
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            for (int k = length; k > 0; k--)
            {
                V a0 = V.Load(in ak);
                z0 = V.MultiplyAdd(a0, V.Constant(bk), z0);
                z1 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk, b1)), z1);
                z2 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk, b2)), z2);
                z3 = V.MultiplyAdd(a0, V.Constant(Unsafe.Add(ref bk, b3)), z3);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
            }
            V.Store(z0, ref to);
            V.Store(z1, ref Unsafe.Add(ref to, c.ColumnStep));
            V.Store(z2, ref Unsafe.Add(ref to, 2 * c.ColumnStep));
            V.Store(z3, ref Unsafe.Add(ref to, 3 * c.ColumnStep));
            columns -= 4;
            bTile = ref Unsafe.Add(ref bTile, bGroup);
            s = ref Unsafe.Add(ref s, 4 * start.ColumnStep);
            to = ref Unsafe.Add(ref to, 4 * c.ColumnStep);
        }
        for (; columns > 0; columns--)
        {
            V z = V.Load(in s);
            ref T ak = ref a.First;
            ref T bk = ref bTile;
            for (int k = length; k > 0; k--)
            {
                z = V.MultiplyAdd(V.Load(in ak), V.Constant(bk), z);
                ak = ref Unsafe.Add(ref ak, aStep);
                bk = ref Unsafe.Add(ref bk, bStep);
            }
            V.Store(z, ref to);
            bTile = ref Unsafe.Add(ref bTile, b1);
            s = ref Unsafe.Add(ref s, start.ColumnStep);
            to = ref Unsafe.Add(ref to, c.ColumnStep);
        }
    }
}
