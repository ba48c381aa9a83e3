using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

/// <summary>
/// The innermost loops of a product: C = S + A·B for a strip of A's rows, one to three vectors high, tile by tile. A tile's sums
/// stay in registers while k runs once over the operands: of 3 vectors × 4 columns, three loads of A and four single numbers of B
/// feed twelve multiply-adds, which is what the arithmetic units of today's processors can take.
/// </summary>
/// <param name="b">B, as far as k and the columns go here.</param>
/// <param name="bGroup">From one group of four columns of B to the next.</param>
/// <param name="length">How far k goes.</param>
internal readonly ref partial struct ProductStrip<T>(StridedView<T> b, nint bGroup, int length)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many vectors high a strip is at most.</summary>
    internal const int Vectors = 3;

    /// <summary>How many columns a tile has.</summary>
    internal const int Columns = 4;

    /// <summary>How many columns of a strip that ends inside a vector are made at a time.</summary>
    private const int PartColumns = 8;

    private readonly StridedView<T> b = b;

    /// <summary>How many vectors high the next strip is: of four that are left, two, for one alone would be slow.</summary>
    /// <param name="rows">How many rows are left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Height<V>(int rows)
        where V : struct, ILanes<V, T>
    {
        int vectors = (rows + V.Count - 1) / V.Count;
        return vectors == 4 ? 2 : Math.Min(vectors, Vectors);
    }

    /// <summary>A strip of whole vectors.</summary>
    /// <param name="vectors">How many.</param>
    /// <param name="a">A's rows of the strip: those of a vector lie together.</param>
    /// <param name="start">S from the strip's first row on.</param>
    /// <param name="c">C from the strip's first row on.</param>
    /// <param name="columns">How many columns.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Run<V>(int vectors, StridedView<T> a, StridedView<T> start, StridedView<T> c, int columns)
        where V : struct, ILanes<V, T>
    {
        switch (vectors)
        {
            case 1:
                OneVector<V>(a, start, c, columns);
                break;
            case 2:
                TwoVectors<V>(a, start, c, columns);
                break;
            default:
                ThreeVectors<V>(a, start, c, columns);
                break;
        }
    }

    /// <summary>A strip that ends inside its last vector.</summary>
    /// <remarks>
    /// It is made whole in another place, some columns at a time, and copied as far as it goes. Where it is all there is of C, and
    /// starts from the same numbers in every column, most of it is written at once instead: what goes past the end of a column is
    /// overwritten by the next one.
    /// </remarks>
    /// <param name="vectors">How many vectors high it is.</param>
    /// <param name="a">A's rows of the strip, filled up to whole vectors.</param>
    /// <param name="start">S from the strip's first row on.</param>
    /// <param name="c">C from the strip's first row on.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="rows">How many rows the strip has.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void RunPart<V>(
        int vectors,
        StridedView<T> a,
        StridedView<T> start,
        StridedView<T> c,
        int columns,
        int rows
    )
        where V : struct, ILanes<V, T>
    {
        int height = vectors * V.Count;
        Span<T> whole = stackalloc T[Vectors * V.Count * PartColumns];
        StridedView<T> tile = new(ref whole[0], 1, height);
        int column = 0;
        if (start.ColumnStep == 0 && c.ColumnStep == rows)
        {
            // So many columns at the end have less than a whole strip behind them.
            int last = (height - 1) / rows;
            column = Math.Max(0, columns - last) / Columns * Columns;
            Panels.Copy(start, rows, 1, tile);
            Run<V>(vectors, a, new(ref whole[0], 1, 0), c, column);
        }
        for (; column < columns; column += PartColumns)
        {
            int count = Math.Min(PartColumns, columns - column);
            Panels.Copy(start.From(0, column), rows, count, tile);
            From(column).Run<V>(vectors, a, tile, tile, count);
            Panels.Copy(tile, rows, count, c.From(0, column));
        }
    }

    /// <summary>
    /// Asks the memory for the columns of the next tile while this one is worked on; where they begin is enough, for the rest lies
    /// behind it. Nothing happens where there is no such place.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private unsafe void AskFor(ref T columns)
    {
        if (Sse.IsSupported)
        {
            byte* first = (byte*)Unsafe.AsPointer(ref columns);
            nint step = b.ColumnStep * sizeof(T);
            Sse.Prefetch0(first);
            Sse.Prefetch0(first + step);
            Sse.Prefetch0(first + 2 * step);
            Sse.Prefetch0(first + 3 * step);
            Sse.Prefetch0(first + 64);
            Sse.Prefetch0(first + step + 64);
            Sse.Prefetch0(first + 2 * step + 64);
            Sse.Prefetch0(first + 3 * step + 64);
        }
    }

    /// <summary>The same from a column on that begins a group.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ProductStrip<T> From(int column) =>
        new(new(ref Unsafe.Add(ref b.First, column / Columns * bGroup), b.RowStep, b.ColumnStep), bGroup, length);
}
