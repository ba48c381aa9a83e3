using Parquet;
using Parquet.Schema;
using Tiny.Nn.Tabular.Csv.Records;

namespace Tiny.Nn.Parquet.Columns;

/// <summary>The cells of a column of one type: the values that are there, and for each row whether it has one.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <param name="field">The column.</param>
/// <param name="write">How a value is written.</param>
internal sealed class ValueCells<T>(DataField field, CellWriter<T> write) : ColumnCells
    where T : struct
{
    private readonly bool hasNulls = field.MaxDefinitionLevel > 0;
    private T[] values = [];
    private int[] levels = [];
    private byte[] room = new byte[64];
    private int row;
    private int place;

    internal override void Read(ParquetRowGroupReader group, int rows)
    {
        if (values.Length < rows)
        {
            // Row groups are alike: the memory of one serves the next.
            values = new T[rows];
            levels = new int[hasNulls ? rows : 0];
        }
        (row, place) = (0, 0);
        group
            .ReadRawAsync<T>(field, values, hasNulls ? levels : (Memory<int>?)null, null)
            .AsTask()
            .GetAwaiter()
            .GetResult();
    }

    internal override void AddNext(FieldBuffer record)
    {
        if (hasNulls && levels[row++] < field.MaxDefinitionLevel)
        {
            record.Add([]);
            return;
        }
        int length;
        while (!write(values[place], room, out length))
        {
            room = new byte[2 * room.Length];
        }
        place++;
        record.Add(room.AsSpan(0, length));
    }
}
