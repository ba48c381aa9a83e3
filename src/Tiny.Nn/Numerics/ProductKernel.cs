using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>C = S + A·B: decides in which portions <see cref="ProductTiles{T}"/> works on it.</summary>
/// <remarks>
/// Where A lies the wrong way round for vectors, or is too large for the cache and used often, it is copied block by block into
/// panels as high as a tile. Sums that are split over blocks go on from where they stood in C, so the order of additions
/// is the same whatever the blocks.
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
    /// <summary>How far k runs in one block.</summary>
    private const int BlockLength = 256;

    /// <summary>How many panels make a block: with the length above about half of a second-level cache.</summary>
    private const int BlockPanels = 8;

    /// <summary>From this many bytes on, twice a first-level cache, an A that is used for many columns is worth copying.</summary>
    private const long LargeBytes = 1 << 16;

    private readonly StridedView<T> a = a;
    private readonly StridedView<T> b = b;
    private readonly StridedView<T> start = start;
    private readonly StridedView<T> c = c;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<V>()
        where V : struct, ILanes<V, T>
    {
        bool isLarge = columns >= 64 && (long)rows * length * Unsafe.SizeOf<T>() >= LargeBytes;
        if (a.RowStep == 1 && !isLarge)
        {
            ProductTiles<T> tiles = new(b, start, c, columns, length);
            tiles.Run<V>(ref a.First, a.ColumnStep, ProductTiles<T>.Vectors * V.Count, 0, rows);
        }
        else
        {
            RunBlocks<V>();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void RunBlocks<V>()
        where V : struct, ILanes<V, T>
    {
        int height = ProductTiles<T>.Vectors * V.Count;
        Span<T> panels = Scratch<T>.Take(BlockPanels * height * Math.Min(BlockLength, length));
        int k = 0;
        do
        {
            int depth = Math.Min(BlockLength, length - k);
            ProductTiles<T> tiles = new(b.From(k, 0), k == 0 ? start : c, c, columns, depth);
            for (int row = 0; row < rows; row += BlockPanels * height)
            {
                int count = Math.Min(BlockPanels * height, rows - row);
                Panels.Pack(a.From(row, k), count, depth, height, panels);
                tiles.Run<V>(ref panels[0], height, height * depth, row, count);
            }
            k += depth;
        } while (k < length);
    }
}
