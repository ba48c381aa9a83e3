using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>The line of a file on which each row starts. Only where a row does not follow on the very next line is it noted.</summary>
internal sealed class LineIndex
{
    private readonly List<(int Row, long Line)> runs = [];
    private int rows;
    private long last;

    /// <summary>The line of a row that has been added.</summary>
    internal long this[int row]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)row, (uint)rows, nameof(row));
            int place = runs.BinarySearch((row, long.MaxValue));
            (int first, long line) = runs[(place < 0 ? ~place : place) - 1];
            return line + (row - first);
        }
    }

    /// <summary>Notes the line of the next row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Add(long line)
    {
        if (rows == 0 || line != last + 1)
        {
            runs.Add((rows, line));
        }
        rows++;
        last = line;
    }
}
