using System.Runtime.CompilerServices;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The record that a reader of a file stands on: fields side by side in memory, without quotes, a byte between two of them.</summary>
internal sealed class Record
{
    private byte[] bytes = [];
    private int[] ends = [];
    private int start;
    private int firstEnd;

    /// <summary>How many fields it has.</summary>
    internal int FieldCount { get; private set; }

    /// <summary>The line of the file, from 1 on, on which it starts; 0 before the first.</summary>
    internal long Line { get; private set; }

    /// <summary>True where one of its fields was quoted.</summary>
    internal bool IsQuoted { get; private set; }

    /// <summary>What holds the fields, and more behind them.</summary>
    internal ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>Where each field ends among the <see cref="Bytes"/>; the next begins one further.</summary>
    internal ReadOnlySpan<int> Ends => ends.AsSpan(firstEnd, FieldCount);

    /// <summary>A field with the blanks around it.</summary>
    internal ReadOnlySpan<byte> this[int field]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => bytes.AsSpan(StartOf(field)..Ends[field]);
    }

    /// <summary>A field without the blanks around it.</summary>
    internal ReadOnlySpan<byte> Trimmed(int field) => Blanks.Trim(this[field]);

    /// <summary>True for a line with nothing on it, which is no record.</summary>
    internal bool IsBlank => FieldCount == 1 && !IsQuoted && Trimmed(0).IsEmpty;

    /// <summary>Where a field begins, or would begin behind the last.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int StartOf(int field) => field == 0 ? start : Ends[field - 1] + 1;

    /// <summary>Makes this the next record, over memory that is not copied.</summary>
    /// <param name="line">The line on which it starts.</param>
    /// <param name="isQuoted">True where one of its fields was quoted.</param>
    /// <param name="bytes">Hold the fields.</param>
    /// <param name="start">Where the first begins.</param>
    /// <param name="ends">Hold where they end.</param>
    /// <param name="firstEnd">Where the end of the first stands.</param>
    /// <param name="count">How many there are.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Set(long line, bool isQuoted, byte[] bytes, int start, int[] ends, int firstEnd, int count)
    {
        (Line, IsQuoted) = (line, isQuoted);
        (this.bytes, this.start) = (bytes, start);
        (this.ends, this.firstEnd, FieldCount) = (ends, firstEnd, count);
    }

    /// <summary>Makes this the same record as another, over the same memory.</summary>
    internal void Set(Record other) =>
        Set(other.Line, other.IsQuoted, other.bytes, other.start, other.ends, other.firstEnd, other.FieldCount);

    /// <summary>Makes this a blank line.</summary>
    internal void SetBlank(long line) => Set(line, isQuoted: false, new byte[BlockIndex.Step], 0, [0], 0, 1);
}
