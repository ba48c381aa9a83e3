using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

/// <summary>C = S + A·B: decides in which portions <see cref="ProductStrip{T}"/> works on it.</summary>
/// <remarks>
/// Rows go in strips of up to three vectors, columns and k in blocks that fit the caches. Sums that are split over blocks of k go on
/// from where they stood in C, so the order of additions is the same whatever the portions.
/// </remarks>
internal readonly ref struct ProductKernel<T>(
    StridedView<T> a,
    StridedView<T> b,
    StridedView<T> start,
    StridedView<T> c,
    int rows,
    int columns,
    int length
) : IKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What a strip of A takes at most: three quarters of a first-level cache, so that columns of B fit beside it.</summary>
    private const int StripBytes = 24 << 10;

    /// <summary>How many columns make a block: with the length of a strip, about a second-level cache.</summary>
    private const int BlockColumns = 256;

    /// <summary>From this many columns on, copying a strip costs less than reading it again and again across A's columns.</summary>
    private const int ManyColumns = 32;

    /// <summary>From this many rows on, and this length, B is copied where each k of it lies on another page.</summary>
    private const int ManyRows = 64;
    private const int LongSums = 96;

    /// <summary>From this many rows on it is copied anyway: its columns may all compete for the same few places of the cache.</summary>
    private const int VeryManyRows = 400;

    private readonly StridedView<T> a = a;
    private readonly StridedView<T> b = b;
    private readonly StridedView<T> start = start;
    private readonly StridedView<T> c = c;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ILanes<V, T>
    {
        if (a.RowStep == 1 && columns < ProductStrip<T>.Columns)
        {
            RunColumns<V>();
        }
        else
        {
            RunBlocks<V>();
        }
    }

    /// <summary>A few columns: A is read once, as it lies.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunColumns<V>()
        where V : struct, ILanes<V, T>
    {
        int whole = rows - rows % V.Count;
        for (int column = 0; column < columns; column++)
        {
            ProductColumn<T> product = new(a, b.From(0, column), start.From(0, column), c.From(0, column), length);
            product.Run<V>(0, whole);
            product.Run<Lane<T>>(whole, rows);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBlocks<V>()
        where V : struct, ILanes<V, T>
    {
        int longest = StripBytes / (ProductStrip<T>.Vectors * V.Count * Unsafe.SizeOf<T>());
        int k = 0;
        do
        {
            int depth = Math.Min(longest, length - k);
            StridedView<T> from = k == 0 ? start : c;
            for (int column = 0; column < columns; column += BlockColumns)
            {
                int count = Math.Min(BlockColumns, columns - column);
                RunBlock<V>(a.From(0, k), b.From(k, column), from.From(0, column), c.From(0, column), count, depth);
            }
            k += depth;
        } while (k < length);
    }

    /// <summary>All rows of a block of columns, along a part of k.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBlock<V>(
        StridedView<T> a,
        StridedView<T> b,
        StridedView<T> start,
        StridedView<T> c,
        int columns,
        int depth
    )
        where V : struct, ILanes<V, T>
    {
        bool copiesA = a.RowStep != 1 || columns >= ManyColumns;
        bool copiesB = rows >= (b.RowStep == 1 ? VeryManyRows : ManyRows) && depth >= LongSums;
        int panel = ProductStrip<T>.Vectors * V.Count * depth;
        Span<T> scratch = Scratch<T>.Take(panel + (copiesB ? (columns + 3) / 4 * 4 * depth : 0));
        nint group = ProductStrip<T>.Columns * b.ColumnStep;
        if (copiesB)
        {
            Panels.PackColumns(b, columns, depth, scratch[panel..]);
            b = new(ref scratch[panel], 4, 1);
            group = 4 * depth;
        }
        ProductStrip<T> strip = new(b, group, depth);
        int row = 0;
        while (row < rows)
        {
            int vectors = ProductStrip<T>.Height<V>(rows - row);
            int height = vectors * V.Count;
            int count = Math.Min(height, rows - row);
            StridedView<T> part = a.From(row, 0);
            if (copiesA || count < height)
            {
                Panels.PackRows<V, T>(part, count, depth, vectors, ref scratch[0]);
                part = new(ref scratch[0], 1, height);
            }
            if (count == height)
            {
                strip.Run<V>(vectors, part, start.From(row, 0), c.From(row, 0), columns);
            }
            else
            {
                strip.RunPart<V>(vectors, part, start.From(row, 0), c.From(row, 0), columns, count);
            }
            row += count;
        }
    }
}
