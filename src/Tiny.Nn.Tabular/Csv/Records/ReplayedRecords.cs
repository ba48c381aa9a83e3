namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>Some blank lines and the record below them once more, and then those of another source: in a file of one column each line is a row.</summary>
/// <param name="source">Stands on the record.</param>
/// <param name="blanks">How many blank lines there are above it.</param>
/// <param name="record">The record.</param>
internal sealed class ReplayedRecords(RecordSource source, int blanks, Record record) : RecordSource
{
    private int left = blanks + 1;

    internal override bool MoveNext(Record next)
    {
        if (left == 0)
        {
            return source.MoveNext(next);
        }
        left--;
        if (left == 0)
        {
            next.Set(record);
        }
        else
        {
            next.SetBlank(record.Line - left);
        }
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => source.Dispose();
}
