using Parquet;
using Tiny.Nn.Tabular.Csv.Records;

namespace Tiny.Nn.Parquet.Columns;

/// <summary>A column that is not read: it has no cells that a table could hold.</summary>
internal sealed class NoCells : ColumnCells
{
    internal override void Read(ParquetRowGroupReader group, int rows) { }

    internal override void AddNext(FieldBuffer record) => record.Add([]);
}
