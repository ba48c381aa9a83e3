using Parquet;
using Tiny.Nn.Parquet.Columns;
using Tiny.Nn.Tabular.Csv.Records;

namespace Tiny.Nn.Parquet;

/// <summary>The rows of a file, one after the other: the cells of one row group are in memory at a time.</summary>
/// <param name="reader">The file.</param>
/// <param name="columns">Its columns.</param>
/// <param name="guard">Turns what is wrong with the file into what can be said about it.</param>
internal sealed class ParquetRecords(ParquetReader reader, ColumnCells[] columns, DamageGuard guard) : RecordSource
{
    private readonly FieldBuffer fields = new();
    private int group;
    private long left;
    private long line;

    internal override bool MoveNext(Record record)
    {
        try
        {
            return Move(record);
        }
        catch (Exception fault) when (DamageGuard.IsDamage(fault))
        {
            throw guard.Explain(fault);
        }
    }

    /// <inheritdoc/>
    public override void Dispose() => reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private bool Move(Record record)
    {
        while (left == 0)
        {
            if (group == reader.RowGroupCount)
            {
                return false;
            }
            using ParquetRowGroupReader rows = reader.OpenRowGroupReader(group++);
            left = rows.RowCount;
            foreach (ColumnCells column in columns)
            {
                column.Read(rows, checked((int)left));
            }
        }
        left--;
        fields.Clear();
        foreach (ColumnCells column in columns)
        {
            column.AddNext(fields);
        }
        fields.MoveTo(record, ++line, isQuoted: true);
        return true;
    }
}
