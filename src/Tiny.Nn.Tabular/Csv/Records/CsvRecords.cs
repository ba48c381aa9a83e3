using System.Runtime.CompilerServices;
using System.Text;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of a CSV file one after the other, and the names of its columns: what is wrong with one ends in a <see cref="DataException"/>.</summary>
internal sealed class CsvRecords : IDisposable
{
    private const int FirstBlock = 1 << 16;

    private readonly PlainRecords plain;
    private readonly RecordSource records;
    private readonly FilledRecords filled;
    private readonly PaddedRecords? padded;
    private readonly int columns;
    private bool isAhead;

    /// <summary>Reads the header, or makes names where there is none.</summary>
    /// <param name="stream">The file, as UTF-8 or with a byte-order mark. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="delimiter">What separates the fields; null to detect it.</param>
    /// <param name="format">Whether there is a header, and short rows.</param>
    /// <exception cref="DataException">There is no header, or the stream cannot be read.</exception>
    internal CsvRecords(Stream stream, string source, char? delimiter, CsvFormat format)
    {
        Source = source;
        try
        {
            plain = new PlainRecords(stream, FirstBlock);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(source, fault);
        }
        RequireText(plain.Block, source);
        char? declared = Delimiter.FindDeclared(plain.Block);
        Separator = delimiter ?? declared ?? Delimiter.Detect(plain.Block, plain.IsWhole);
        plain.Begin(Separator);
        FileRecords all = new(plain, source, Separator);
        records = filled = new FilledRecords(all);
        if (!(declared is null || MoveOn()) || !MoveOn())
        {
            throw new DataException("There is no data.", source, "Give a CSV file with a header and at least one row.");
        }
        Header = format.HasHeader ? CsvHeader.Read(Record, source) : HeaderNames.Numbered(Record.FieldCount);
        columns = Names.Count;
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

    /// <summary>The part of the file that lies before the current record, from 0 to 1; null where the size is not known.</summary>
    internal double? Progress => plain.Total is > 0 and var total ? (double)records.Offset / total : null;

    /// <summary>What is wrong with the current record's number of fields; null where there are as many as columns.</summary>
    internal DataException? Raggedness => Record.FieldCount == columns ? null : Ragged(Record.FieldCount);

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
    internal DataException Bad(int field, string what, Advice advice)
    {
        string text = Encoding.UTF8.GetString(Record.Trimmed(field));
        string column = $"column {Excerpt.Name(Names[field])}: {Excerpt.Quote(text)}";
        return new(what, $"{Source}, line {Record.Line}, {column}", advice);
    }

    /// <inheritdoc/>
    public void Dispose() => records.Dispose();

    /// <summary>The exception for a file or stream that cannot be read.</summary>
    internal static DataException Unreadable(string source, Exception fault) =>
        new(
            $"The data cannot be read: {fault.Message.TrimEnd('.')}.",
            source,
            "Check the file, or the program that it comes from.",
            fault
        );

    /// <summary>Looks at the first line. A NUL further down is told with its cell, where that is to be a number.</summary>
    /// <exception cref="DataException">It holds NUL bytes, and the file has no byte-order mark that would tell of characters of several bytes.</exception>
    private static void RequireText(ReadOnlySpan<byte> block, string source)
    {
        int end = block.IndexOf((byte)'\n');
        bool isMarked = block is [0xFE or 0xFF, ..] or [0, 0, 0xFE, 0xFF, ..];
        if (!isMarked && (end < 0 ? block : block[..end]).Contains((byte)0))
        {
            throw new DataException(
                "It holds NUL bytes, so it is no text in UTF-8.",
                $"{source}, line 1",
                "If it is UTF-16, as some programs export, save it as UTF-8: iconv -f UTF-16 -t UTF-8 old.csv > new.csv. Else it is no CSV file, or a damaged one."
            );
        }
    }

    private DataException Ragged(int fields) =>
        new(
            $"A row has {(fields == 1 ? "1 field" : $"{fields} fields")}, the header has {columns}.",
            $"{Source}, line {Record.Line}",
            fields < columns
                ? new Advice(
                    $"Give every row one field per column; or say that last cells may be lacking: {RemedyKind.ShortRows}."
                )
                : new Advice(
                    $"Give every row one field per column (row names too have one in the header, though it may be empty); quote a text with the delimiter in it."
                )
        );

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MoveOn()
    {
        try
        {
            return records.MoveNext(Record);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(Source, fault);
        }
    }
}
