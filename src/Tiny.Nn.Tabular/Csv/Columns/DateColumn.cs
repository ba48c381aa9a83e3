using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature declared to be of dates, as days since 1970. How they are written is told, or found out from all of them.</summary>
internal sealed class DateColumn(string name, CellRules rules) : Column
{
    private readonly DateWriting writing = new(rules);
    private string? doubtful;
    private DateFormat? format;

    internal override Feature Feature =>
        new DateFeature(name) { Format = writing.Format == DateFormat.Iso ? null : writing.Format.Name };

    internal override Finding? Writing =>
        writing.First is null || writing.Format == DateFormat.Iso
            ? null
            : new Finding(FindingKind.WrittenDates, name, writing.Describe());

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        string text = cell.String;
        if (!writing.Add(text, out double days))
        {
            throw cell.Bad(writing.Explain(text));
        }
        if (writing.Other is not null)
        {
            doubtful ??= cell.Place();
        }
        return days;
    }

    internal override void Judge(int rows)
    {
        if (writing.Other is not null)
        {
            (string what, Advice advice) = writing.Doubt;
            throw new DataException(what, doubtful, advice);
        }
        if (writing.HasChanged)
        {
            RowsToReadAgain = rows;
            format = writing.Format;
        }
    }

    internal override double ReadAgain(Cell cell) =>
        !rules.IsMissing(cell.Text) && format!.TryParse(cell.String, out double days) ? days : double.NaN;

    internal override void Restart() { }
}
