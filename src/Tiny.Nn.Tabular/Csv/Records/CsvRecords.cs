using System.Runtime.CompilerServices;
using System.Text;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of a file one after the other, and the names of its columns: what is wrong with one ends in a <see cref="DataException"/>.</summary>
internal sealed class CsvRecords : IDisposable
{
    private readonly RecordFile file;
    private readonly RecordSource records;
    private readonly int columns;
    private readonly RepeatedHeader? repeated;
    private bool isAhead;

    /// <summary>Reads the header, or makes names where there is none.</summary>
    /// <param name="stream">The file: text, text in gzip, or one of the other formats. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="delimiter">What separates the fields of a text; null to detect it.</param>
    /// <param name="format">Its encoding, whether there is a header, and short rows.</param>
    /// <param name="formats">What is read beside text.</param>
    /// <exception cref="DataException">There is no header, or the stream cannot be read, or holds no table.</exception>
    internal CsvRecords(
        Stream stream,
        string source,
        char? delimiter,
        CsvFormat format,
        IReadOnlyList<RecordFormat> formats
    )
    {
        Source = source;
        try
        {
            file = Open(stream, source, delimiter, format, formats);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw DataFile.Unreadable(source, fault);
        }
        (records, repeated, isAhead, Record) = (file.Rows, file.Repeated, file.IsAhead, file.First);
        HasHeader = format.HasHeader;
        columns = Names.Count;
    }

    /// <summary>The file's name, for messages.</summary>
    internal string Source { get; }

    /// <summary>What separates the fields.</summary>
    internal char Separator => file.Separator;

    /// <summary>True where it stands for blanks, as many as it takes to align the fields.</summary>
    internal bool IsAligned => file.IsAligned;

    /// <summary>How many lines above the header begin with #, and were passed over.</summary>
    internal int Comments => file.Comments;

    /// <summary>True where the first record names the columns.</summary>
    internal bool HasHeader { get; }

    /// <summary>True where the first column has no name of its own and got one: it names the rows.</summary>
    internal bool HasRowNames => Header.HasRowNames;

    /// <summary>How many rows had fewer fields than columns, which was allowed.</summary>
    internal long ShortRows => file.ShortRows;

    /// <summary>How many blank lines stood between rows of several columns, and are none; and the first of them.</summary>
    internal (int Count, long First) BlankLines => file.BlankLines;

    /// <summary>The places of columns that the file itself says to be of dates or times.</summary>
    internal IReadOnlySet<int> Dates => file.Dates;

    /// <summary>What the header calls the columns.</summary>
    internal HeaderNames Header => file.Header;

    /// <summary>The names of the columns, trimmed, each another.</summary>
    internal IReadOnlyList<string> Names => Header.Names;

    /// <summary>The current record; valid until the next one.</summary>
    internal Record Record { get; }

    /// <summary>What is wrong with the current record as a whole: its number of fields, or that it is the header once more; null where nothing is.</summary>
    internal DataException? Misfit
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Record.FieldCount == columns && repeated?.MayBe(Record) != true ? null : FindMisfit();
    }

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
    internal DataException NotUtf8(int field) => Bad(field, "A text is not UTF-8.", file.NotUtf8(Record[field]));

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private static RecordFile Open(
        Stream stream,
        string source,
        char? delimiter,
        CsvFormat format,
        IReadOnlyList<RecordFormat> formats
    )
    {
        if (formats.Count > 0)
        {
            (byte[] head, stream) = PeekedStream.Peek(stream, RecordFormat.Looked);
            if (formats.FirstOrDefault(other => other.Fits(head)) is { } other)
            {
                return other.Open(stream, source, format);
            }
        }
        return new CsvFile(stream, source, delimiter, format);
    }

    private DataException? FindMisfit() =>
        Record.FieldCount != columns ? RaggedRow.Explain(Record, columns, Source, file.IsRead)
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
