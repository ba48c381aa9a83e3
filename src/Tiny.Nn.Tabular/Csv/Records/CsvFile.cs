using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Records;

/// <summary>A CSV file.</summary>
internal sealed class CsvFile : RecordFile
{
    private const int FirstBlock = 1 << 16;

    private readonly DataText text;
    private readonly PlainRecords plain;
    private readonly FilledRecords filled;
    private readonly PaddedRecords? padded;

    /// <summary>Reads the header, or makes names where there is none.</summary>
    /// <param name="stream">The file: text, or text in gzip. It stays open.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="delimiter">What separates the fields; null to detect it.</param>
    /// <param name="format">Its encoding, whether there is a header, and short rows.</param>
    /// <exception cref="DataException">There is no header, or the stream holds no text.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    internal CsvFile(Stream stream, string source, char? delimiter, CsvFormat format)
    {
        text = new DataText(stream, source, format.Encoding);
        plain = new PlainRecords(text.Stream, FirstBlock);
        char? declared = Delimiter.FindDeclared(plain.Block);
        Preamble preamble = new(plain.Block, plain.IsWhole, delimiter ?? declared, source, format);
        (Separator, IsAligned, Comments) = (preamble.Separator, preamble.IsAligned, preamble.Comments);
        if (IsAligned)
        {
            plain = new PlainRecords(new UnalignedStream(plain.From(preamble.Start)), FirstBlock);
        }
        plain.Begin(Separator, IsAligned ? 0 : preamble.Start, preamble.Lines);
        FileRecords all = new(plain, source, Separator);
        Rows = filled = new FilledRecords(all);
        Record first = new();
        if (!(declared is null || filled.MoveNext(first)) || !filled.MoveNext(first))
        {
            throw new DataException("There is no data.", source, "Give a CSV file with a header and at least one row.");
        }
        Header = format.HasHeader
            ? CsvHeader.Read(first, source, text.NotUtf8)
            : HeaderNames.Numbered(first.FieldCount);
        int columns = Header.Names.Count;
        Repeated = format.HasHeader && columns > 1 ? new RepeatedHeader(first) : null;
        IsAhead = !format.HasHeader;
        if (columns == 1)
        {
            // Each line is a row, also those above the first that has a text.
            Rows = IsAhead ? new ReplayedRecords(all, filled.BlankLines, first) : all;
            first = new Record();
            IsAhead = false;
        }
        else if (format.ShortRows)
        {
            Rows = padded = new PaddedRecords(Rows, columns);
        }
        First = first;
        filled.Restart();
    }

    internal override HeaderNames Header { get; }

    internal override RecordSource Rows { get; }

    internal override char Separator { get; }

    internal override bool IsAligned { get; }

    internal override int Comments { get; }

    internal override RepeatedHeader? Repeated { get; }

    internal override bool IsAhead { get; }

    internal override Record First { get; }

    internal override long ShortRows => padded?.Padded ?? 0;

    internal override (int Count, long First) BlankLines => (filled.BlankLines, filled.FirstBlankLine);

    internal override bool IsRead => plain.IsRead;

    internal override Advice NotUtf8(ReadOnlySpan<byte> text) => this.text.NotUtf8(text);

    /// <inheritdoc/>
    public override void Dispose()
    {
        Rows.Dispose();
        text.Dispose();
    }
}
