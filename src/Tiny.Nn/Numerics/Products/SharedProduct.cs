using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

/// <summary>A product in parts, some rows or some columns each, that several threads take one after the other.</summary>
/// <remarks>
/// Threads of the pool come to help when they can; one that comes late finds nothing left to do. The numbers are held in place by
/// whoever asked for the product, until all parts are done.
/// </remarks>
internal sealed unsafe class SharedProduct<T> : IThreadPoolWorkItem
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Fewer multiplications than this are done sooner than a thread can be woken: about 50 µs.</summary>
    private const long FewestMultiplications = 1 << 21;

    /// <summary>More parts than threads, so that a slow thread delays the others little.</summary>
    private const int PartsPerThread = 4;

    private readonly PinnedView a;
    private readonly PinnedView b;
    private readonly PinnedView start;
    private readonly PinnedView c;
    private readonly int rows;
    private readonly int columns;
    private readonly int length;
    private readonly int rowsPerPart;
    private readonly int columnsPerPart;
    private readonly int parts;
    private readonly object gate = new();
    private int taken;
    private int done;

    private SharedProduct(
        PinnedView a,
        PinnedView b,
        PinnedView start,
        PinnedView c,
        int rows,
        int columns,
        int length,
        int threads
    )
    {
        (this.a, this.b, this.start, this.c) = (a, b, start, c);
        (this.rows, this.columns, this.length) = (rows, columns, length);
        int strip = ProductStrip<T>.Vectors * Lanes512<T>.Count;
        rowsPerPart = rows > columns ? Portion(rows, threads, strip) : rows;
        columnsPerPart = rows > columns ? columns : Portion(columns, threads, 4 * ProductStrip<T>.Columns);
        parts = Parts(rows, rowsPerPart) * Parts(columns, columnsPerPart);
    }

    /// <summary>True where a product of this size is worth handing out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsWorthwhile(int rows, int columns, int length) =>
        ProductThreads.Count > 1 && (long)rows * columns * length >= FewestMultiplications;

    /// <summary>C = S + A·B.</summary>
    internal static void Run(
        StridedView<T> a,
        StridedView<T> b,
        StridedView<T> start,
        StridedView<T> c,
        int rows,
        int columns,
        int length
    )
    {
        ref T a0 = ref a.First;
        ref T b0 = ref b.First;
        ref T s0 = ref start.First;
        ref T c0 = ref c.First;
        fixed (
            T* aFirst = &a0,
                bFirst = &b0,
                startFirst = &s0,
                cFirst = &c0
        )
        {
            int threads = ProductThreads.Count;
            SharedProduct<T> product = new(
                new(aFirst, a.RowStep, a.ColumnStep),
                new(bFirst, b.RowStep, b.ColumnStep),
                new(startFirst, start.RowStep, start.ColumnStep),
                new(cFirst, c.RowStep, c.ColumnStep),
                rows,
                columns,
                length,
                threads
            );
            for (int i = 1; i < Math.Min(threads, product.parts); i++)
            {
                ThreadPool.UnsafeQueueUserWorkItem(product, preferLocal: false);
            }
            product.Execute();
            product.Wait();
        }
    }

    /// <inheritdoc/>
    public void Execute()
    {
        for (int part; (part = Interlocked.Increment(ref taken) - 1) < parts; )
        {
            RunPart(part);
            if (Interlocked.Increment(ref done) == parts)
            {
                lock (gate)
                {
                    Monitor.Pulse(gate);
                }
            }
        }
    }

    /// <summary>Until parts that others took are done: they are under way, so it is not long, and the processor is given up for it.</summary>
    private void Wait()
    {
        lock (gate)
        {
            while (Volatile.Read(ref done) < parts)
            {
                Monitor.Wait(gate);
            }
        }
    }

    private void RunPart(int part)
    {
        int row = rowsPerPart < rows ? part * rowsPerPart : 0;
        int column = columnsPerPart < columns ? part * columnsPerPart : 0;
        WidestLanes<T>.Run(
            new ProductKernel<T>(
                a.View.From(row, 0),
                b.View.From(0, column),
                start.View.From(row, column),
                c.View.From(row, column),
                Math.Min(rowsPerPart, rows - row),
                Math.Min(columnsPerPart, columns - column),
                length
            )
        );
    }

    private static int Portion(int size, int threads, int unit)
    {
        int wanted = Math.Max(1, size / (threads * PartsPerThread));
        return (wanted + unit - 1) / unit * unit;
    }

    private static int Parts(int size, int portion) => (size + portion - 1) / portion;

    /// <summary>A view of numbers that stay where they are.</summary>
    private readonly struct PinnedView(T* first, nint rowStep, nint columnStep)
    {
        internal StridedView<T> View => new(ref *first, rowStep, columnStep);
    }
}
