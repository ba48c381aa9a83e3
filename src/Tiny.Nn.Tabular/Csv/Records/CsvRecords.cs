using System.Runtime.CompilerServices;
using System.Text;
using CsvHelper;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Csv.Cells;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>The records of a CSV file one after the other, each checked: what is wrong with one ends in a <see cref="DataException"/>.</summary>
internal sealed class CsvRecords : IDisposable
{
    private const int FirstBlock = 1 << 16;

    private readonly PlainRecords plain;
    private readonly int columns;
    private QuotedRecords? quoted;
    private readonly LongerRecord? longer;
    private bool isAhead;
    private bool isLonger;

    /// <summary>Reads the header, or makes names where there is none.</summary>
    /// <param name="stream">The file, as UTF-8 or with a byte-order mark. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="options">The delimiter, and whether there is a header.</param>
    /// <exception cref="DataException">There is no header, or it lacks a name, or has one twice, or the stream cannot be read.</exception>
    internal CsvRecords(Stream stream, string source, CsvOptions options)
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
        char? told = Delimiter.FindTold(plain.Block);
        Separator = options.Delimiter ?? told ?? Delimiter.Detect(plain.Block, plain.IsWhole);
        plain.Begin(Separator);
        if (!(told is null || MoveOn()) || !MoveOn())
        {
            throw new DataException("There is no data.", source, "Give a CSV file with a header and at least one row.");
        }
        isAhead = !options.HasHeader;
        (Names, HasRowNames) = options.HasHeader
            ? CsvHeader.Read(this)
            : ([.. Enumerable.Range(1, FieldCount).Select(column => $"column_{column}")], false);
        columns = Names.Count;
        longer = options.ShortRows ? new LongerRecord() : null;
    }

    /// <summary>The file's name, for messages.</summary>
    internal string Source { get; }

    /// <summary>What separates the fields.</summary>
    internal char Separator { get; }

    /// <summary>True where the first column has no name of its own: row names of other tools, which <see cref="RowNames"/> makes one for.</summary>
    internal bool HasRowNames { get; }

    /// <summary>How many rows had fewer fields than columns, which was allowed.</summary>
    internal long ShortRows { get; private set; }

    /// <summary>The names of the columns, trimmed.</summary>
    internal IReadOnlyList<string> Names { get; }

    /// <summary>The line on which the current record starts.</summary>
    internal long Line => quoted is null ? plain.Line : quoted.Line;

    /// <summary>The part of the file that lies before the current record, from 0 to 1; null where the size is not known.</summary>
    internal double? Progress =>
        plain.Total is > 0 and var total ? (double)(quoted?.Offset ?? plain.Offset) / total : null;

    /// <summary>True where the current record is there as a plain one.</summary>
    internal bool HasRecord => isLonger || quoted is null || quoted.IsPlain;

    /// <summary>The current record where it is there as a plain one. It is valid until the next one.</summary>
    internal PlainRecord Record
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            isLonger ? longer!.Record
            : quoted is null ? plain.Current
            : quoted.Current;
    }

    /// <summary>Goes to the next record; blank lines do not count.</summary>
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

    /// <summary>What is wrong with the current record's number of fields; null where there are as many as columns.</summary>
    internal DataException? Raggedness => FieldCount == columns ? null : Ragged();

    /// <summary>How many fields the current record has.</summary>
    internal int FieldCount
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get =>
            isLonger ? columns
            : quoted is null ? plain.FieldCount
            : quoted.FieldCount;
    }

    /// <summary>A field without its quotes and the blanks around it. It is valid until the next record.</summary>
    internal ReadOnlySpan<byte> Field(int field)
    {
        ReadOnlySpan<byte> text = Written(field);
        return text[Ascii.Trim(text)];
    }

    /// <summary>A field of the current record, which has as many as there are columns.</summary>
    internal Cell this[int field] => new(this, field, Written(field));

    private bool IsQuoted => quoted is null ? plain.IsQuoted : !quoted.IsPlain;

    /// <summary>A field as it is written: with the blanks around it, but without quotes.</summary>
    private ReadOnlySpan<byte> Written(int field) =>
        isLonger ? longer!.Record[field]
        : quoted is null ? plain.Current[field]
        : quoted.Written(field);

    /// <summary>The problem with a field of the current record.</summary>
    internal DataException Bad(int field, string what, string advice) =>
        new(
            what,
            $"{Source}, line {Line}, column {Excerpt.Name(Names[field])}: {Excerpt.Quote(Encoding.UTF8.GetString(Field(field)))}",
            advice
        );

    /// <inheritdoc/>
    public void Dispose() => quoted?.Dispose();

    /// <summary>The exception for a file or stream that cannot be read.</summary>
    internal static DataException Unreadable(string source, Exception fault) =>
        new("The data cannot be read.", source, fault.Message, fault);

    private DataException Ragged() =>
        new(
            $"A row has {Count(FieldCount, "field")}, the header has {Names.Count}.",
            $"{Source}, line {Line}",
            FieldCount < Names.Count
                ? "Give every row one field per column; or say that last cells may be lacking: --short-rows."
                : "Give every row one field per column (row names too have one in the header, though it may be empty); quote a text with the delimiter in it."
        );

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool MoveOn()
    {
        try
        {
            isLonger = false;
            bool moved = Advance();
            while (moved && FieldCount == 1 && !IsQuoted && IsBlank(Record[0]))
            {
                moved = Advance();
            }
            if (longer is not null && moved && FieldCount < columns)
            {
                Lengthen(longer);
            }
            return moved;
        }
        catch (CsvFormatException fault)
        {
            throw new DataException(
                "The quotes of a field do not match, or a row does not end.",
                $"{Source}, line {fault.LineNumber + quoted!.LinesBefore}",
                "Close every quoted field, and double the quotes inside it: \"5\"\" pipe\".",
                fault
            );
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(Source, fault);
        }
    }

    private void Lengthen(LongerRecord copy)
    {
        copy.Copy(this, columns);
        isLonger = true;
        ShortRows++;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Advance()
    {
        if (quoted is not null)
        {
            return quoted.MoveNext();
        }
        if (plain.MoveNext())
        {
            return true;
        }
        if (!plain.HasRest)
        {
            return false;
        }
        quoted = new QuotedRecords(plain, Separator);
        return quoted.MoveNext();
    }

    private static bool IsBlank(ReadOnlySpan<byte> text) => text[Ascii.Trim(text)].IsEmpty;

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
