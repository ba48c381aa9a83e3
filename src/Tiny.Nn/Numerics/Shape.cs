using System.Numerics;

namespace Tiny.Nn.Numerics;

/// <summary>The checks that operands fit each other.</summary>
internal static class Shape
{
    internal static void Same<T>(Matrix<T> left, Matrix<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (left.Rows != right.Rows || left.Columns != right.Columns)
        {
            throw new ArgumentException(
                $"The sizes differ: {left.Rows} × {left.Columns} and {right.Rows} × {right.Columns}."
            );
        }
    }

    internal static void Same(int left, int right)
    {
        if (left != right)
        {
            throw new ArgumentException($"The lengths differ: {left} and {right}.");
        }
    }

    internal static void Product(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns)
    {
        if (aColumns != bRows || aRows != cRows || bColumns != cColumns)
        {
            throw new ArgumentException(
                $"No product: {aRows} × {aColumns} times {bRows} × {bColumns} does not give {cRows} × {cColumns}."
            );
        }
    }
}
