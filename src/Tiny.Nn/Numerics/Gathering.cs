using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Nn.Numerics;

/// <summary>Copies columns from all over a matrix to one place.</summary>
internal static class Gathering
{
    /// <summary>So many columns ahead of the copy the memory is asked for a column: about as many as are copied while it answers.</summary>
    private const int Ahead = 16;

    private const int Few = 8;

    /// <summary>The given columns side by side.</summary>
    /// <param name="from">Where the columns lie.</param>
    /// <param name="columns">Which.</param>
    /// <param name="to">Receives them, in this order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static unsafe void Columns<T>(Matrix<T> from, ReadOnlySpan<int> columns, Matrix<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = from.Rows;
        ReadOnlySpan<T> source = from.Values;
        Span<T> free = to.Values;
        fixed (T* first = source)
        {
            for (int i = 0; i < columns.Length; i++)
            {
                // In random order every column is a surprise to the processor; a wrong address asked for ahead would do no harm.
                if (Sse.IsSupported && i + Ahead < columns.Length)
                {
                    Sse.Prefetch0(first + (nint)columns[i + Ahead] * rows);
                }
                Copy(source.Slice(columns[i] * rows, rows), free);
                free = free[rows..];
            }
        }
    }

    /// <summary>A few numbers are copied sooner than the call of a general copy is made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (from.Length > Few)
        {
            from.CopyTo(to);
            return;
        }
        to = to[..from.Length];
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = from[i];
        }
    }
}
