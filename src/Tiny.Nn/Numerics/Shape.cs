using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>The checks that operands fit each other.</summary>
internal static class Shape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same<T>(Matrix<T> left, Matrix<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
        {
            ThrowSizes(left.Rows, left.Columns, right.Rows, right.Columns);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same(int left, int right)
    {
        if (left != right)
        {
            ThrowLengths(left, right);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Product(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns)
    {
        if (aColumns != bRows || aRows != cRows || bColumns != cColumns)
        {
            ThrowNoProduct(aRows, aColumns, bRows, bColumns, cRows, cColumns);
        }
    }

    // The messages are made elsewhere, so that the checks are small enough to become part of their callers.
    private static void ThrowSizes(int leftRows, int leftColumns, int rightRows, int rightColumns) =>
        throw new ArgumentException($"The sizes differ: {leftRows} × {leftColumns} and {rightRows} × {rightColumns}.");

    private static void ThrowLengths(int left, int right) =>
        throw new ArgumentException($"The lengths differ: {left} and {right}.");

    private static void ThrowNoProduct(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns) =>
        throw new ArgumentException(
            $"No product: {aRows} × {aColumns} times {bRows} × {bColumns} does not give {cRows} × {cColumns}."
        );
}
