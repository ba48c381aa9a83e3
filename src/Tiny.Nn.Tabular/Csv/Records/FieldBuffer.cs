namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A record that is put together field by field, in memory of its own.</summary>
internal sealed class FieldBuffer
{
    private byte[] bytes = new byte[BlockIndex.Step];
    private int[] ends = new int[16];
    private int length;
    private int count;

    /// <summary>Begins another record.</summary>
    internal void Clear() => (length, count) = (0, 0);

    /// <summary>Adds a field.</summary>
    internal void Add(ReadOnlySpan<byte> text)
    {
        // Between two fields of a record one byte has its place, and behind the last a few may be looked at.
        if (bytes.Length < length + text.Length + BlockIndex.Step)
        {
            Array.Resize(ref bytes, 2 * (length + text.Length + BlockIndex.Step));
        }
        if (count == ends.Length)
        {
            Array.Resize(ref ends, 2 * count);
        }
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
        ends[count++] = length++;
    }

    /// <summary>Makes the fields the next record.</summary>
    internal void MoveTo(Record record, long line, bool isQuoted) =>
        record.Set(line, isQuoted, bytes, 0, ends, 0, count);
}
