using Parquet;
using Parquet.Schema;
using Tiny.Nn.Parquet.Columns;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv.Records;

namespace Tiny.Nn.Parquet;

/// <summary>A file of Parquet as the records of a table: each field of its schema is a column.</summary>
internal sealed class ParquetFile : RecordFile
{
    private readonly string source;
    private readonly Stream? kept;

    private ParquetFile(string source, Stream? kept, ParquetReader reader, byte point, DamageGuard guard)
    {
        this.source = source;
        this.kept = kept;
        IReadOnlyList<Field> fields = reader.Schema.Fields;
        TypedColumn[] columns = [.. fields.Select(field => TypedColumn.Of(field, source, point))];
        Dictionary<int, DataException> faults = columns
            .Index()
            .Where(column => column.Item.Fault is not null)
            .ToDictionary(column => column.Index, column => column.Item.Fault!);
        string[] names = [.. fields.Select(field => field.Name.Trim())];
        Header = new HeaderNames(names, false, names, faults);
        Dates = columns.Index().Where(column => column.Item.IsDate).Select(column => column.Index).ToHashSet();
        Rows = new ParquetRecords(reader, [.. columns.Select(column => column.Cells)], guard);
    }

    internal override HeaderNames Header { get; }

    internal override RecordSource Rows { get; }

    internal override IReadOnlySet<int> Dates { get; }

    /// <summary>Reads the schema of a file.</summary>
    /// <param name="stream">The file. It stays open; one that cannot go back is read into memory.</param>
    /// <param name="source">Its name, for messages.</param>
    /// <param name="point">The decimal mark that the reader of the cells expects.</param>
    /// <exception cref="DataException">It is damaged, or two columns have one name.</exception>
    internal static ParquetFile Open(Stream stream, string source, byte point)
    {
        MemoryStream? kept = null;
        if (!stream.CanSeek)
        {
            // What the file holds stands at its end.
            kept = new MemoryStream();
            stream.CopyTo(kept);
            stream = kept;
        }
        ParquetEnd.Require(stream, source);
        DamageGuard guard = new(source);
        try
        {
            ParquetReader reader = ParquetReader.CreateAsync(stream, leaveStreamOpen: true).GetAwaiter().GetResult();
            RequireColumns(reader.Schema.Fields, source);
            return new ParquetFile(source, kept, reader, point, guard);
        }
        catch (Exception fault) when (DamageGuard.IsDamage(fault))
        {
            throw guard.Explain(fault);
        }
    }

    internal override Advice NotUtf8(ReadOnlySpan<byte> text) =>
        new($"The column of {source} holds bytes that are no text: leave it out, or write it as texts.");

    /// <inheritdoc/>
    public override void Dispose()
    {
        Rows.Dispose();
        kept?.Dispose();
    }

    private static void RequireColumns(IReadOnlyList<Field> fields, string source)
    {
        if (fields.Count == 0)
        {
            throw new DataException("The Parquet file has no columns.", source, "Give a file with at least one.");
        }
        if (fields.GroupBy(field => field.Name.Trim()).FirstOrDefault(same => same.Count() > 1) is { } doubled)
        {
            throw new DataException(
                "Two columns have the same name.",
                $"{source}, column {Excerpt.Name(doubled.Key)}",
                "Rename one of them."
            );
        }
    }
}
