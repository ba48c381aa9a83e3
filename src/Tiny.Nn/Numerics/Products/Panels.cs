using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics.Products;

/// <summary>Copies of operands in the order in which a strip of a product reads them.</summary>
internal static class Panels
{
    /// <summary>Some rows of A side by side: column after column, each filled up to whole vectors with zeros.</summary>
    /// <param name="a">From the first row on.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="vectors">How many vectors a column of the panel has.</param>
    /// <param name="panel">Receives the panel.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PackRows<V, T>(StridedView<T> a, int rows, int columns, int vectors, ref T panel)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int height = vectors * V.Count;
        if (a.RowStep != 1)
        {
            MemoryMarshal.CreateSpan(ref panel, rows < height ? height * columns : 0).Clear();
            Spread(a, rows, columns, new(ref panel, 1, height));
            return;
        }

        // Past the end of a column the next one may be read, for nobody looks at what comes of it; but nothing past the last.
        int whole = Math.Max(0, columns - (int)((height - rows + a.ColumnStep - 1) / a.ColumnStep));
        CopyVectors<V, T>(a, whole, vectors, ref panel);
        StridedView<T> rest = new(ref Unsafe.Add(ref panel, whole * height), 1, height);
        MemoryMarshal.CreateSpan(ref rest.First, (columns - whole) * height).Clear();
        Copy(a.From(0, whole), rows, columns - whole, rest);
    }

    /// <summary>Columns of B in groups of four, as a tile reads them: for each k the four numbers together.</summary>
    /// <param name="b">From the first column on.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="depth">How many rows.</param>
    /// <param name="panels">Receives the groups, one after the other.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void PackColumns<T>(StridedView<T> b, int columns, int depth, Span<T> panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int whole = b.ColumnStep == 1 ? columns / 4 * 4 : 0;
        for (int k = 0; k < depth && whole > 0; k++)
        {
            Span<T> row = MemoryMarshal.CreateSpan(ref b[k, 0], whole);
            Span<T> to = panels[(4 * k)..];
            for (int column = 0; column < whole; column += 4)
            {
                row.Slice(column, 4).CopyTo(to.Slice(column * depth, 4));
            }
        }
        for (int column = whole; column < columns; column += 4)
        {
            Copy(b.From(0, column), depth, Math.Min(4, columns - column), new(ref panels[column * depth], 4, 1));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void CopyVectors<V, T>(StridedView<T> a, int columns, int vectors, ref T panel)
        where V : struct, ILanes<V, T>
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < columns; column++)
        {
            ref T from = ref a[0, column];
            for (int i = 0; i < vectors; i++)
            {
                V.Store(V.Load(in from), ref panel);
                from = ref Unsafe.Add(ref from, V.Count);
                panel = ref Unsafe.Add(ref panel, V.Count);
            }
        }
    }

    /// <summary>Number by number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Copy<T>(StridedView<T> from, int rows, int columns, StridedView<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        nint fromStep = from.RowStep,
            from2 = 2 * fromStep,
            from3 = 3 * fromStep;
        nint toStep = to.RowStep,
            to2 = 2 * toStep,
            to3 = 3 * toStep;
        for (int column = 0; column < columns; column++)
        {
            ref T source = ref from[0, column];
            ref T place = ref to[0, column];
            int left = rows;
            for (; left >= 4; left -= 4)
            {
                place = source;
                Unsafe.Add(ref place, toStep) = Unsafe.Add(ref source, fromStep);
                Unsafe.Add(ref place, to2) = Unsafe.Add(ref source, from2);
                Unsafe.Add(ref place, to3) = Unsafe.Add(ref source, from3);
                source = ref Unsafe.Add(ref source, 4 * fromStep);
                place = ref Unsafe.Add(ref place, 4 * toStep);
            }
            for (; left > 0; left--)
            {
                place = source;
                source = ref Unsafe.Add(ref source, fromStep);
                place = ref Unsafe.Add(ref place, toStep);
            }
        }
    }

    /// <summary>Where a row lies together: four at a time, so that what is written next to each other is written together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Spread<T>(StridedView<T> a, int rows, int columns, StridedView<T> panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int row = 0;
        for (; row <= rows - 4; row += 4)
        {
            for (int column = 0; column < columns; column++)
            {
                ref T four = ref panel[row, column];
                four = a[row, column];
                Unsafe.Add(ref four, 1) = a[row + 1, column];
                Unsafe.Add(ref four, 2) = a[row + 2, column];
                Unsafe.Add(ref four, 3) = a[row + 3, column];
            }
        }
        for (; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                panel[row, column] = a[row, column];
            }
        }
    }
}
