using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature of dates, as days since 1970.</summary>
internal sealed class DateColumn(string name, CellRules rules) : Column
{
    internal override Feature Feature { get; } = new DateFeature(name);

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        return IsoDate.TryParse(Encoding.UTF8.GetString(cell.Text), out double days)
            ? days
            : throw cell.Bad(
                "A cell does not hold a date.",
                new Advice($"Write dates as ISO 8601 does: 2024-02-29, or 2024-02-29T13:45:00.")
            );
    }

    internal override void Restart() { }
}
