using CsvHelper;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of a file from the first one on that is neither plain nor of simple quotes: CsvHelper reads them.</summary>
internal sealed class QuotedRecords : RecordSource
{
    /// <summary>A record beyond this is no row of a table but a quote that never closes.</summary>
    private const int LargestRecord = 1 << 26;

    private readonly CsvReader reader;
    private readonly string source;
    private readonly byte separator;
    private readonly long linesBefore;
    private readonly FieldBuffer fields = new();

    /// <param name="plain">Has come to a record that it does not read.</param>
    /// <param name="source">The file's name, for messages.</param>
    /// <param name="delimiter">What separates the fields.</param>
    internal QuotedRecords(PlainRecords plain, string source, char delimiter)
    {
        this.source = source;
        separator = (byte)delimiter;
        linesBefore = plain.LinesBeforeRest;
        reader = CsvReader.Create(
            plain.Rest,
            new CsvReaderOptions
            {
                Separator = delimiter,
                HasHeader = false,
                TrimWhitespace = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                SkipEmptyLines = false,
                MaxRecordSize = LargestRecord,
                TrackLineNumbers = true,
            }
        );

        // The empty line above the rest.
        Read();
    }

    internal override bool MoveNext(Record record)
    {
        if (!Read())
        {
            return false;
        }
        ReadOnlySpan<byte> raw = reader.RawRecord;
        bool isQuoted = raw.Contains((byte)'"');
        fields.Clear();
        if (isQuoted)
        {
            Unquote();
        }
        else
        {
            Split(raw);
        }
        fields.MoveTo(record, linesBefore + reader.LineNumber, isQuoted);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose() => reader.Dispose();

    private bool Read()
    {
        try
        {
            return reader.Read();
        }
        catch (CsvFormatException fault)
        {
            throw new DataException(
                "The quotes of a field do not match, or a row does not end.",
                $"{source}, line {linesBefore + fault.LineNumber}",
                "Close every quoted field, and double the quotes inside it: \"5\"\" pipe\".",
                fault
            );
        }
    }

    private void Unquote()
    {
        for (int field = 0; field < reader.FieldCount; field++)
        {
            // Without quotes the raw field is the field, with the blanks around it.
            ReadOnlySpan<byte> raw = reader.GetRawSpan(field);
            fields.Add(raw.Contains((byte)'"') ? reader.GetSpan(field) : raw);
        }
    }

    private void Split(ReadOnlySpan<byte> record)
    {
        for (int end = record.IndexOf(separator); end >= 0; end = record.IndexOf(separator))
        {
            fields.Add(record[..end]);
            record = record[(end + 1)..];
        }
        fields.Add(record);
    }
}
