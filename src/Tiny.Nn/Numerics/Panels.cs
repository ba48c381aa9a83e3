using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Numerics;

/// <summary>Copies part of a matrix into panels: a few rows each, and inside a panel column after column, as a tile reads it.</summary>
internal static class Panels
{
    /// <param name="a">The part's first number.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="columns">How many columns it has.</param>
    /// <param name="height">How many rows a panel has. What the last one lacks is left as it was: nobody uses it.</param>
    /// <param name="panels">Receives the panels, one after the other.</param>
    internal static void Pack<T>(StridedView<T> a, int rows, int columns, int height, Span<T> panels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int first = 0; first < rows && columns > 0; first += height)
        {
            StridedView<T> panel = a.From(first, 0);
            int count = Math.Min(height, rows - first);
            if (a.RowStep == 1)
            {
                Columns(panel, count, columns, height, panels);
            }
            else
            {
                Rows(panel, count, columns, height, panels);
            }
            panels = panels[(height * columns)..];
        }
    }

    /// <summary>A column of the panel lies together: it is copied as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Columns<T>(StridedView<T> a, int count, int columns, int height, Span<T> panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < columns; column++)
        {
            MemoryMarshal.CreateSpan(ref a[0, column], count).CopyTo(panel[(column * height)..]);
        }
    }

    /// <summary>A row of the panel lies together: it is spread over the columns.</summary>
    private static void Rows<T>(StridedView<T> a, int count, int columns, int height, Span<T> panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int row = 0;
        for (; row <= count - 4; row += 4)
        {
            FourRows(a.From(row, 0), columns, height, panel[row..]);
        }
        for (; row < count; row++)
        {
            OneRow(a.From(row, 0), columns, height, panel[row..]);
        }
    }

    /// <summary>Four rows at a time, so that what is written next to each other is written together.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void FourRows<T>(StridedView<T> a, int columns, int height, Span<T> panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < columns; column++)
        {
            Span<T> four = panel.Slice(column * height, 4);
            four[0] = a[0, column];
            four[1] = a[1, column];
            four[2] = a[2, column];
            four[3] = a[3, column];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void OneRow<T>(StridedView<T> a, int columns, int height, Span<T> panel)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        for (int column = 0; column < columns; column++)
        {
            panel[column * height] = a[0, column];
        }
    }
}
