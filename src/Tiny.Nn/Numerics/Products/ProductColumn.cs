using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

/// <summary>c = s + A·b for a single column: A is read once, as it lies, many rows at a time.</summary>
internal readonly ref struct ProductColumn<T>(
    StridedView<T> a,
    StridedView<T> b,
    StridedView<T> start,
    StridedView<T> c,
    int length
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many vectors of rows are made at once at most.</summary>
    internal const int Vectors = 8;

    private readonly StridedView<T> a = a;
    private readonly StridedView<T> b = b;
    private readonly StridedView<T> start = start;
    private readonly StridedView<T> c = c;

    /// <summary>Rows from one on up to another, which whole vectors reach exactly.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Run<V>(int row, int end)
        where V : struct, ILanes<V, T>
    {
        for (; row <= end - Vectors * V.Count; row += Vectors * V.Count)
        {
            EightVectors<V>(row);
        }
        for (; row < end; row += V.Count)
        {
            OneVector<V>(row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void EightVectors<V>(int row)
        where V : struct, ILanes<V, T>
    {
        int n = V.Count;
        ref T s = ref start[row, 0];
        V z0 = V.Load(in s),
            z1 = V.Load(in Unsafe.Add(ref s, n)),
            z2 = V.Load(in Unsafe.Add(ref s, 2 * n)),
            z3 = V.Load(in Unsafe.Add(ref s, 3 * n)),
            z4 = V.Load(in Unsafe.Add(ref s, 4 * n)),
            z5 = V.Load(in Unsafe.Add(ref s, 5 * n)),
            z6 = V.Load(in Unsafe.Add(ref s, 6 * n)),
            z7 = V.Load(in Unsafe.Add(ref s, 7 * n));
        ref T ak = ref a[row, 0];
        ref T bk = ref b.First;
        for (int k = length; k > 0; k--)
        {
            V x = V.Constant(bk);
            z0 = V.MultiplyAdd(V.Load(in ak), x, z0);
            z1 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, n)), x, z1);
            z2 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 2 * n)), x, z2);
            z3 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 3 * n)), x, z3);
            z4 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 4 * n)), x, z4);
            z5 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 5 * n)), x, z5);
            z6 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 6 * n)), x, z6);
            z7 = V.MultiplyAdd(V.Load(in Unsafe.Add(ref ak, 7 * n)), x, z7);
            ak = ref Unsafe.Add(ref ak, a.ColumnStep);
            bk = ref Unsafe.Add(ref bk, b.RowStep);
        }
        ref T to = ref c[row, 0];
        V.Store(z0, ref to);
        V.Store(z1, ref Unsafe.Add(ref to, n));
        V.Store(z2, ref Unsafe.Add(ref to, 2 * n));
        V.Store(z3, ref Unsafe.Add(ref to, 3 * n));
        V.Store(z4, ref Unsafe.Add(ref to, 4 * n));
        V.Store(z5, ref Unsafe.Add(ref to, 5 * n));
        V.Store(z6, ref Unsafe.Add(ref to, 6 * n));
        V.Store(z7, ref Unsafe.Add(ref to, 7 * n));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneVector<V>(int row)
        where V : struct, ILanes<V, T>
    {
        V z = V.Load(in start[row, 0]);
        ref T ak = ref a[row, 0];
        ref T bk = ref b.First;
        for (int k = length; k > 0; k--)
        {
            z = V.MultiplyAdd(V.Load(in ak), V.Constant(bk), z);
            ak = ref Unsafe.Add(ref ak, a.ColumnStep);
            bk = ref Unsafe.Add(ref bk, b.RowStep);
        }
        V.Store(z, ref c[row, 0]);
    }
}
