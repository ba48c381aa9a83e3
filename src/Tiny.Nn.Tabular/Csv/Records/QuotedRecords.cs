using CsvHelper;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of a file from the first one on that is neither plain nor of simple quotes: CsvHelper reads them.</summary>
internal sealed class QuotedRecords : IDisposable
{
    /// <summary>A record beyond this is no row of a table but a quote that never closes.</summary>
    private const int LargestRecord = 1 << 26;

    private readonly CsvReader reader;
    private readonly byte separator;
    private readonly long bytesBefore;
    private int[] ends = new int[16];

    /// <param name="plain">Has come to a record that it does not read.</param>
    /// <param name="delimiter">What separates the fields.</param>
    internal QuotedRecords(PlainRecords plain, char delimiter)
    {
        separator = (byte)delimiter;
        bytesBefore = plain.NextOffset;
        LinesBefore = plain.LinesBeforeRest;
        reader = CsvReader.Create(
            plain.Rest,
            new CsvReaderOptions
            {
                Separator = delimiter,
                HasHeader = false,
                TrimWhitespace = true,
                MalformedData = CsvMalformedDataHandling.Throw,
                MaxRecordSize = LargestRecord,
                TrackLineNumbers = true,
            }
        );
    }

    /// <summary>The lines of the file that are not counted here.</summary>
    internal long LinesBefore { get; }

    /// <summary>The line on which the current record starts.</summary>
    internal long Line => LinesBefore + reader.LineNumber;

    /// <summary>About as many bytes are before the current record.</summary>
    internal long Offset => bytesBefore + reader.ByteOffset;

    internal int FieldCount => reader.FieldCount;

    /// <summary>True where the current record has no quotes.</summary>
    internal bool IsPlain { get; private set; }

    /// <summary>The current record, which is plain.</summary>
    internal PlainRecord Current => new(reader.RawRecord, 0, ends.AsSpan(0, FieldCount));

    /// <summary>A field as it is written, but without quotes.</summary>
    internal ReadOnlySpan<byte> Written(int field)
    {
        // Without quotes the raw field is the field, with the blanks around it.
        ReadOnlySpan<byte> raw = reader.GetRawSpan(field);
        return raw.Contains((byte)'"') ? reader.GetSpan(field) : raw;
    }

    /// <summary>Goes to the next record, be it blank.</summary>
    /// <exception cref="CsvFormatException">Its quotes do not match.</exception>
    internal bool MoveNext()
    {
        if (!reader.Read())
        {
            return false;
        }
        IsPlain = !reader.RawRecord.Contains((byte)'"');
        if (IsPlain)
        {
            Split(reader.RawRecord);
        }
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => reader.Dispose();

    private void Split(ReadOnlySpan<byte> record)
    {
        if (ends.Length < FieldCount)
        {
            ends = new int[FieldCount];
        }
        int field = 0;
        for (int place = 0; place < record.Length; place++)
        {
            if (record[place] == separator)
            {
                ends[field++] = place;
            }
        }
        ends[field] = record.Length;
    }
}
