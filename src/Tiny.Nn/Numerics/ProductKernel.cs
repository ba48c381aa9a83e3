using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics;

/// <summary>
/// C = A·B with A and C column after column, and bₖⱼ at <c>k·bRowStep + j·bColumnStep</c>, so that B may lie either way round.
/// </summary>
/// <remarks>
/// C is cut into tiles of two vectors × four columns. A tile's eight sums stay in registers while k runs once through the
/// operands: two loads of A and four single numbers of B feed eight multiply-adds. The last vector of a column is masked.
/// </remarks>
internal readonly ref struct ProductKernel<T>(
    ReadOnlySpan<T> a,
    ReadOnlySpan<T> b,
    Span<T> c,
    int rows,
    int columns,
    int length,
    nint bRowStep,
    nint bColumnStep
) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ref T a = ref MemoryMarshal.GetReference(a);
    private readonly ref T b = ref MemoryMarshal.GetReference(b);
    private readonly ref T c = ref MemoryMarshal.GetReference(c);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ILanes<V, T>
    {
        int column = 0;
        for (; column <= columns - 4; column += 4)
        {
            int row = 0;
            for (; row <= rows - 2 * V.Count; row += 2 * V.Count)
            {
                TwoByFour<V>(row, column);
            }
            for (; row < rows; row += V.Count)
            {
                OneByFour<V>(row, column);
            }
        }
        for (; column < columns; column++)
        {
            for (int row = 0; row < rows; row += V.Count)
            {
                OneByOne<V>(row, column);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void TwoByFour<V>(int row, int column)
        where V : struct, ILanes<V, T>
    {
        nint step = bColumnStep;
        ref T ak = ref Unsafe.Add(ref a, row);
        ref T bk = ref Unsafe.Add(ref b, column * step);
        V c00 = default,
            c01 = default,
            c02 = default,
            c03 = default;
        V c10 = default,
            c11 = default,
            c12 = default,
            c13 = default;
        for (int k = 0; k < length; k++)
        {
            V a0 = V.Load(in ak);
            V a1 = V.Load(in Unsafe.Add(ref ak, V.Count));
            V b0 = V.Constant(bk);
            V b1 = V.Constant(Unsafe.Add(ref bk, step));
            c00 = V.MultiplyAdd(a0, b0, c00);
            c10 = V.MultiplyAdd(a1, b0, c10);
            c01 = V.MultiplyAdd(a0, b1, c01);
            c11 = V.MultiplyAdd(a1, b1, c11);
            V b2 = V.Constant(Unsafe.Add(ref bk, 2 * step));
            V b3 = V.Constant(Unsafe.Add(ref bk, 3 * step));
            c02 = V.MultiplyAdd(a0, b2, c02);
            c12 = V.MultiplyAdd(a1, b2, c12);
            c03 = V.MultiplyAdd(a0, b3, c03);
            c13 = V.MultiplyAdd(a1, b3, c13);
            ak = ref Unsafe.Add(ref ak, rows);
            bk = ref Unsafe.Add(ref bk, bRowStep);
        }
        Store(c00, c01, c02, c03, row, column);
        Store(c10, c11, c12, c13, row + V.Count, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneByFour<V>(int row, int column)
        where V : struct, ILanes<V, T>
    {
        nint step = bColumnStep;
        ref T ak = ref Unsafe.Add(ref a, row);
        ref T bk = ref Unsafe.Add(ref b, column * step);
        V mask = V.First(rows - row);
        V c0 = default,
            c1 = default,
            c2 = default,
            c3 = default;
        for (int k = 0; k < length; k++)
        {
            V ai = V.Load(in ak, mask);
            c0 = V.MultiplyAdd(ai, V.Constant(bk), c0);
            c1 = V.MultiplyAdd(ai, V.Constant(Unsafe.Add(ref bk, step)), c1);
            c2 = V.MultiplyAdd(ai, V.Constant(Unsafe.Add(ref bk, 2 * step)), c2);
            c3 = V.MultiplyAdd(ai, V.Constant(Unsafe.Add(ref bk, 3 * step)), c3);
            ak = ref Unsafe.Add(ref ak, rows);
            bk = ref Unsafe.Add(ref bk, bRowStep);
        }
        ref T to = ref Unsafe.Add(ref c, row + (nint)column * rows);
        V.Store(c0, ref to, mask);
        V.Store(c1, ref Unsafe.Add(ref to, rows), mask);
        V.Store(c2, ref Unsafe.Add(ref to, 2 * (nint)rows), mask);
        V.Store(c3, ref Unsafe.Add(ref to, 3 * (nint)rows), mask);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void OneByOne<V>(int row, int column)
        where V : struct, ILanes<V, T>
    {
        ref T ak = ref Unsafe.Add(ref a, row);
        ref T bk = ref Unsafe.Add(ref b, column * bColumnStep);
        V mask = V.First(rows - row);
        V sum = default;
        for (int k = 0; k < length; k++)
        {
            sum = V.MultiplyAdd(V.Load(in ak, mask), V.Constant(bk), sum);
            ak = ref Unsafe.Add(ref ak, rows);
            bk = ref Unsafe.Add(ref bk, bRowStep);
        }
        V.Store(sum, ref Unsafe.Add(ref c, row + (nint)column * rows), mask);
    }

    private void Store<V>(V c0, V c1, V c2, V c3, int row, int column)
        where V : struct, ILanes<V, T>
    {
        ref T to = ref Unsafe.Add(ref c, row + (nint)column * rows);
        V.Store(c0, ref to);
        V.Store(c1, ref Unsafe.Add(ref to, rows));
        V.Store(c2, ref Unsafe.Add(ref to, 2 * (nint)rows));
        V.Store(c3, ref Unsafe.Add(ref to, 3 * (nint)rows));
    }
}
