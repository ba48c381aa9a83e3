using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Numerics.Products;

/// <summary>C = S + A·B in parts, some rows or some columns of C each, that several threads take one after the other.</summary>
internal readonly ref struct SharedProduct<T> : ITeamWork
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Fewer multiplications than this are done sooner than they are handed out: some twenty microseconds.</summary>
    private const long FewestMultiplications = 1 << 20;

    /// <summary>More parts than threads, so that a slow thread delays the others little.</summary>
    private const int PartsPerThread = 2;

    /// <summary>Multiplications of a part at least.</summary>
    private const long LeastOfPart = FewestMultiplications / 4;

    private readonly StridedView<T> a;
    private readonly StridedView<T> b;
    private readonly StridedView<T> start;
    private readonly StridedView<T> c;
    private readonly int rows;
    private readonly int columns;
    private readonly int length;
    private readonly int rowsPerPart;
    private readonly int columnsPerPart;

    private SharedProduct(
        StridedView<T> a,
        StridedView<T> b,
        StridedView<T> start,
        StridedView<T> c,
        int rows,
        int columns,
        int length,
        int threads
    )
    {
        this.a = a;
        this.b = b;
        this.start = start;
        this.c = c;
        (this.rows, this.columns, this.length) = (rows, columns, length);

        // Whole strips where there are enough of them; else whole vectors, that all threads have something to do.
        int strip = ProductStrip<T>.Vectors * Lanes512<T>.Count;
        strip = rows / (threads * PartsPerThread) >= strip ? strip : Lanes512<T>.Count;
        bool byRows = rows > columns;
        rowsPerPart = byRows ? Portion(rows, threads, strip, (long)columns * length) : rows;
        columnsPerPart = byRows ? columns : Portion(columns, threads, 4 * ProductStrip<T>.Columns, (long)rows * length);
    }

    private int Parts => Count(rows, rowsPerPart) * Count(columns, columnsPerPart);

    /// <summary>True where a product of this size is worth handing out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsWorthwhile(int rows, int columns, int length) =>
        (long)rows * columns * length >= FewestMultiplications;

    /// <summary>C = S + A·B.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Run(
        Team team,
        StridedView<T> a,
        StridedView<T> b,
        StridedView<T> start,
        StridedView<T> c,
        int rows,
        int columns,
        int length
    )
    {
        SharedProduct<T> product = new(a, b, start, c, rows, columns, length, team.Size);
        team.Run(ref product, product.Parts);
    }

    /// <inheritdoc/>
    public void Do(int part)
    {
        int row = rowsPerPart < rows ? part * rowsPerPart : 0;
        int column = columnsPerPart < columns ? part * columnsPerPart : 0;
        WidestLanes<T>.Run(
            new ProductKernel<T>(
                a.From(row, 0),
                b.From(0, column),
                start.From(row, column),
                c.From(row, column),
                Math.Min(rowsPerPart, rows - row),
                Math.Min(columnsPerPart, columns - column),
                length
            )
        );
    }

    /// <summary>How many rows or columns a part has.</summary>
    /// <param name="size">How many there are.</param>
    /// <param name="threads">How many threads share them.</param>
    /// <param name="unit">So many at a time fit the kernel.</param>
    /// <param name="work">The multiplications of one.</param>
    private static int Portion(int size, int threads, int unit, long work)
    {
        long wanted = Math.Max(size / (threads * PartsPerThread), LeastOfPart / Math.Max(1, work));
        long most = Math.Max(1, (size + threads - 1) / threads);
        return (int)((Math.Clamp(wanted, 1, most) + unit - 1) / unit * unit);
    }

    private static int Count(int size, int portion) => (size + portion - 1) / portion;
}
