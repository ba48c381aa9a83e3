using System.Numerics;

namespace Tiny.Nn.Numerics;

/// <summary>Memory of the current thread that a product may use while it runs. It grows to the largest need and stays.</summary>
internal static class Scratch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static T[]? memory;

    /// <summary>Aᵀ as a matrix of its own, valid until the next call on this thread.</summary>
    internal static Matrix<T> Transpose(Matrix<T> a)
    {
        int length = a.Rows * a.Columns;
        if (memory is null || memory.Length < length)
        {
            memory = new T[length];
        }
        Matrix<T> turned = new(a.Columns, a.Rows, memory);
        Span<T> to = turned.Values;

        // Sixteen columns at a time, so that what is written lies in few cache lines.
        for (int first = 0; first < a.Columns; first += 16)
        {
            int end = Math.Min(first + 16, a.Columns);
            for (int row = 0; row < a.Rows; row++)
            {
                ReadOnlySpan<T> from = a.Values[row..];
                for (int column = first; column < end; column++)
                {
                    to[row * a.Columns + column] = from[column * a.Rows];
                }
            }
        }
        return turned;
    }
}
