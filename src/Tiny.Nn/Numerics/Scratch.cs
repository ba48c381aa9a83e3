using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics;

/// <summary>Memory of the current thread that a kernel may use while it runs. It grows to the largest need and stays.</summary>
internal static class Scratch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [ThreadStatic]
    private static T[]? memory;

    /// <summary>So many numbers, whatever they are, until the next call on this thread; at least one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Span<T> Take(int count)
    {
        count = Math.Max(count, 1);
        T[]? taken = memory;
        return (taken is null || taken.Length < count ? memory = new T[count] : taken).AsSpan(0, count);
    }

    /// <summary>The same as a matrix.</summary>
    internal static Matrix<T> Take(int rows, int columns)
    {
        Take(rows * columns);
        return new Matrix<T>(rows, columns, memory!);
    }
}
