using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Reads columns that are no features in a pass of their own: what reads the features, which has to be fast, need not know of them.</summary>
internal static class ExtraColumns
{
    /// <summary>All cells of some columns, as texts.</summary>
    /// <param name="records">The file from its beginning, all of whose records fit.</param>
    /// <param name="fields">Which columns.</param>
    /// <param name="target">The field with the target: rows without one are left out.</param>
    /// <param name="rules">How cells are written.</param>
    /// <param name="lines">The line of each row that is kept.</param>
    /// <param name="scratch">Where the texts go; null for memory.</param>
    internal static ExtraColumn[] Read(
        CsvRecords records,
        int[] fields,
        int? target,
        CellRules rules,
        LineIndex lines,
        ScratchFile? scratch
    )
    {
        TextColumn[] texts = [.. fields.Select(_ => new TextColumn(scratch))];
        while (records.MoveNext())
        {
            if (target is { } place && rules.IsMissing(new Cell(records, place).Text))
            {
                continue;
            }
            for (int i = 0; i < fields.Length; i++)
            {
                Cell cell = new(records, fields[i]);
                cell.RequireUtf8();
                texts[i].Add(cell.Text);
            }
        }
        return [.. fields.Select((f, i) => new ExtraColumn(records.Names[f], texts[i], rules, records.Source, lines))];
    }
}
