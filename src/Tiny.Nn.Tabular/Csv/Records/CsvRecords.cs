using System.Runtime.CompilerServices;
using System.Text;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of a CSV file one after the other, and the names of its columns: what is wrong with one ends in a <see cref="DataException"/>.</summary>
internal sealed class CsvRecords : IDisposable
{
    private const int FirstBlock = 1 << 16;

    private readonly DataText text;
    private readonly PlainRecords plain;
    private readonly RecordSource records;
    private readonly FilledRecords filled;
    private readonly PaddedRecords? padded;
    private readonly int columns;
    private readonly RepeatedHeader? repeated;
    private bool isAhead;

    /// <summary>Reads the header, or makes names where there is none.</summary>
    /// <param name="stream">The file: text, or text in gzip. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="delimiter">What separates the fields; null to detect it.</param>
    /// <param name="format">Its encoding, whether there is a header, and short rows.</param>
    /// <exception cref="DataException">There is no header, or the stream cannot be read, or holds no text.</exception>
    internal CsvRecords(Stream stream, string source, char? delimiter, CsvFormat format)
    {
        (Source, HasHeader) = (source, format.HasHeader);
        try
        {
            text = new DataText(stream, source, format.Encoding);
            plain = new PlainRecords(text.Stream, FirstBlock);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFile.Unreadable(source, fault);
        }
        char? declared = Delimiter.FindDeclared(plain.Block);
        Preamble preamble = new(plain.Block, plain.IsWhole, delimiter ?? declared, source, format);
        (Separator, IsAligned, Comments) = (preamble.Separator, preamble.IsAligned, preamble.Comments);
        if (IsAligned)
        {
            plain = new PlainRecords(new UnalignedStream(plain.From(preamble.Start)), FirstBlock);
        }
        plain.Begin(Separator, IsAligned ? 0 : preamble.Start, preamble.Lines);
        FileRecords all = new(plain, source, Separator);
        records = filled = new FilledRecords(all);
        if (!(declared is null || MoveOn()) || !MoveOn())
        {
            throw new DataException("There is no data.", source, "Give a CSV file with a header and at least one row.");
        }
        Header = format.HasHeader
            ? CsvHeader.Read(Record, source, text.NotUtf8)
            : HeaderNames.Numbered(Record.FieldCount);
        columns = Names.Count;
        repeated = format.HasHeader && columns > 1 ? new RepeatedHeader(Record) : null;
        isAhead = !format.HasHeader;
        if (columns == 1)
        {
            // Each line is a row, also those above the first that has a text.
            records = isAhead ? new ReplayedRecords(all, filled.BlankLines, Record) : all;
            Record = new Record();
            isAhead = false;
        }
        else if (format.ShortRows)
        {
            records = padded = new PaddedRecords(records, columns);
        }
        filled.Restart();
    }

    /// <summary>The file's name, for messages.</summary>
    internal string Source { get; }

    /// <summary>What separates the fields.</summary>
    internal char Separator { get; }

    /// <summary>True where it stands for blanks, as many as it takes to align the fields.</summary>
    internal bool IsAligned { get; }

    /// <summary>How many lines above the header begin with #, and were passed over.</summary>
    internal int Comments { get; }

    /// <summary>True where the first record names the columns.</summary>
    internal bool HasHeader { get; }

    /// <summary>True where the first column has no name of its own and got one: it names the rows.</summary>
    internal bool HasRowNames => Header.HasRowNames;

    /// <summary>How many rows had fewer fields than columns, which was allowed.</summary>
    internal long ShortRows => padded?.Padded ?? 0;

    /// <summary>How many blank lines stood between rows of several columns, and are none; and the first of them.</summary>
    internal (int Count, long First) BlankLines => (filled.BlankLines, filled.FirstBlankLine);

    /// <summary>What the header calls the columns.</summary>
    internal HeaderNames Header { get; }

    /// <summary>The names of the columns, trimmed, each another.</summary>
    internal IReadOnlyList<string> Names => Header.Names;

    /// <summary>The current record; valid until the next one.</summary>
    internal Record Record { get; } = new();

    /// <summary>What is wrong with the current record as a whole: its number of fields, or that it is the header once more; null where nothing is.</summary>
    internal DataException? Misfit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Record.FieldCount == columns && repeated?.MayBe(Record) != true ? null : FindMisfit();
    }

    /// <summary>True where no other record is known to follow.</summary>
    private bool IsLast => plain.IsRead;

    /// <summary>Goes to the next row. A blank line is one where there is a single column, of which the cell is missing.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="DataException">The record's quotes do not match.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool MoveNext()
    {
        if (isAhead)
        {
            isAhead = false;
            return true;
        }
        return MoveOn();
    }

    /// <summary>The problem with a field of the current record.</summary>
    internal DataException Bad(int field, string what, Advice advice) => new(what, Place(field), advice);

    /// <summary>Where a field of the current record stands, for a message.</summary>
    internal string Place(int field)
    {
        string cell = Encoding.UTF8.GetString(Record.Trimmed(field));
        return $"{Source}, line {Record.Line}, column {Excerpt.Name(Names[field])}: {Excerpt.Quote(cell)}";
    }

    /// <summary>The problem with a text of the current record that is not UTF-8.</summary>
    internal DataException NotUtf8(int field) => Bad(field, "A text is not UTF-8.", text.NotUtf8(Record[field]));

    /// <inheritdoc/>
    public void Dispose()
    {
        records.Dispose();
        text.Dispose();
    }

    private DataException? FindMisfit() =>
        Record.FieldCount != columns ? RaggedRow.Explain(Record, columns, Source, IsLast)
        : repeated!.Is(Record) ? repeated.Explain(Record, Source)
        : null;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MoveOn()
    {
        try
        {
            return records.MoveNext(Record);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFile.Unreadable(Source, fault);
        }
    }
}
