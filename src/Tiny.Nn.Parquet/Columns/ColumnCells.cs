using Parquet;
using Tiny.Nn.Tabular.Csv.Records;

namespace Tiny.Nn.Parquet.Columns;

/// <summary>The cells of one column in one row group, written as texts one after the other.</summary>
internal abstract class ColumnCells
{
    /// <summary>Reads the cells of a row group, in the place of those before.</summary>
    /// <param name="group">The row group.</param>
    /// <param name="rows">How many rows it has.</param>
    internal abstract void Read(ParquetRowGroupReader group, int rows);

    /// <summary>Adds the next cell to a record: nothing where it is null.</summary>
    internal abstract void AddNext(FieldBuffer record);
}
