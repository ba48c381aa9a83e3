using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>The checks that two operands have as many numbers.</summary>
internal static class Sizes
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same(int left, int right)
    {
        if (left != right)
        {
            Throw(left, right);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void Same(int leftRows, int leftColumns, int rightRows, int rightColumns)
    {
        if (leftRows != rightRows || leftColumns != rightColumns)
        {
            Throw(leftRows, leftColumns, rightRows, rightColumns);
        }
    }

    // The messages are made elsewhere, so that the checks are small enough to become part of their callers.
    private static void Throw(int left, int right) =>
        throw new ArgumentException($"The lengths differ: {left} and {right}.");

    private static void Throw(int leftRows, int leftColumns, int rightRows, int rightColumns) =>
        throw new ArgumentException($"The sizes differ: {leftRows} × {leftColumns} and {rightRows} × {rightColumns}.");
}
