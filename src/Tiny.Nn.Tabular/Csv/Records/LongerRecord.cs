namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A short record with empty fields behind its own, until there is one for each column.</summary>
internal sealed class LongerRecord
{
    private byte[] bytes = new byte[BlockIndex.Step];
    private int[] ends = [];

    /// <summary>The record, valid until the next one is copied.</summary>
    internal PlainRecord Record => new(bytes, 0, ends);

    /// <summary>Copies the current record.</summary>
    /// <param name="records">Stand on it.</param>
    /// <param name="columns">How many fields it is to have.</param>
    internal void Copy(CsvRecords records, int columns)
    {
        ends = ends.Length == columns ? ends : new int[columns];
        int length = 0;
        for (int field = 0; field < columns; field++)
        {
            ReadOnlySpan<byte> text = field < records.FieldCount ? records.Field(field) : default;

            // Between two fields of a record one byte has its place, and behind the last a few may be looked at.
            if (bytes.Length < length + text.Length + BlockIndex.Step)
            {
                Array.Resize(ref bytes, 2 * (length + text.Length + BlockIndex.Step));
            }
            text.CopyTo(bytes.AsSpan(length));
            length += text.Length;
            ends[field] = length++;
        }
    }
}
