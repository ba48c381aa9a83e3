using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Numerics;

/// <summary>The checks that matrices fit each other.</summary>
internal static class Shape
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same<T>(Matrix<T> left, Matrix<T> right)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Sizes.Same(left.Rows, left.Columns, right.Rows, right.Columns);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Product(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns)
    {
        if (aColumns != bRows || aRows != cRows || bColumns != cColumns)
        {
            Throw(aRows, aColumns, bRows, bColumns, cRows, cColumns);
        }
    }

    // The message is made elsewhere, so that the check is small enough to become part of its callers.
    private static void Throw(int aRows, int aColumns, int bRows, int bColumns, int cRows, int cColumns) =>
        throw new ArgumentException(
            $"No product: {aRows} × {aColumns} times {bRows} × {bColumns} does not give {cRows} × {cColumns}."
        );
}
