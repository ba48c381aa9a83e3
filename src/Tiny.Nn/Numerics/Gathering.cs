using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;
using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Numerics;

/// <summary>Copies columns from all over a matrix to one place.</summary>
internal static class Gathering
{
    /// <summary>So many columns ahead of the copy the memory is asked for a column: about as many as are copied while it answers.</summary>
    private const int Ahead = 16;

    /// <summary>Numbers of a column that are copied one by one.</summary>
    private const int Small = 8;

    /// <summary>Numbers that are copied sooner than they are handed out to several threads.</summary>
    private const int Few = 1 << 15;

    private const int PortionsPerThread = 4;

    /// <summary>The given columns side by side.</summary>
    /// <param name="from">Where the columns lie.</param>
    /// <param name="columns">Which.</param>
    /// <param name="to">Receives them, in this order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Columns<T>(Matrix<T> from, ReadOnlySpan<int> columns, Matrix<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Copies<T> copies = new(from, columns, to);
        if ((long)columns.Length * from.Rows >= Few && StepThreads.Current is { } team)
        {
            Share(copies, columns, from, team);
        }
        else
        {
            copies.Make(0, columns.Length);
        }
    }

    private static void Share<T>(Copies<T> copies, ReadOnlySpan<int> columns, Matrix<T> from, Team team)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // What is asked for is looked at first: a part of a piece of work must not throw.
        foreach (int column in columns)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)column, (uint)from.Columns, nameof(columns));
        }
        int portion = Math.Max(1, columns.Length / (team.Size * PortionsPerThread));
        copies = copies.InPortionsOf(portion);
        team.Run(ref copies, (columns.Length + portion - 1) / portion);
    }

    /// <summary>The copies of a batch, some columns for each part.</summary>
    private readonly ref struct Copies<T>(Matrix<T> from, ReadOnlySpan<int> columns, Matrix<T> to, int portion = 0)
        : ITeamWork
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        private readonly Matrix<T> from = from;
        private readonly ReadOnlySpan<int> columns = columns;
        private readonly Matrix<T> to = to;

        internal Copies<T> InPortionsOf(int count) => new(from, columns, to, count);

        public void Do(int part) => Make(part * portion, Math.Min((part + 1) * portion, columns.Length));

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        internal unsafe void Make(int start, int end)
        {
            int rows = from.Rows;
            ReadOnlySpan<T> source = from.Values;
            Span<T> free = to.Values[(start * rows)..];
            fixed (T* first = source)
            {
                for (int i = start; i < end; i++)
                {
                    // In random order every column is a surprise to the processor; a wrong address asked for ahead would do no harm.
                    if (Sse.IsSupported && i + Ahead < end)
                    {
                        Sse.Prefetch0(first + (nint)columns[i + Ahead] * rows);
                    }
                    Copy(source.Slice(columns[i] * rows, rows), free);
                    free = free[rows..];
                }
            }
        }
    }

    /// <summary>A few numbers are copied sooner than the call of a general copy is made.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (from.Length > Small)
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
