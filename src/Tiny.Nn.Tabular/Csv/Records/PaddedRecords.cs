namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of another source, of which a short one gets empty fields behind its own, until there is one for each column.</summary>
/// <param name="source">The records as they are.</param>
/// <param name="columns">How many columns there are.</param>
internal sealed class PaddedRecords(RecordSource source, int columns) : RecordSource
{
    private readonly FieldBuffer fields = new();

    /// <summary>How many records were short.</summary>
    internal long Padded { get; private set; }

    internal override bool MoveNext(Record record)
    {
        if (!source.MoveNext(record))
        {
            return false;
        }
        if (record.FieldCount < columns)
        {
            Pad(record);
        }
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => source.Dispose();

    private void Pad(Record record)
    {
        fields.Clear();
        for (int field = 0; field < columns; field++)
        {
            fields.Add(field < record.FieldCount ? record.Trimmed(field) : default);
        }
        fields.MoveTo(record, record.Line, record.IsQuoted);
        Padded++;
    }
}
