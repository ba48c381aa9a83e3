using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature that a model knows as one of dates, and how they were written.</summary>
internal sealed class KnownDateColumn(DateFeature feature, CellRules rules) : Column
{
    private readonly DateFormat usual = DateFormat.Require(feature.Format) ?? DateFormat.Iso;

    internal override Feature Feature => feature;

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        string text = cell.String;
        if (rules.Dates?.TryParse(text, out double days) == true || usual.TryParse(text, out days))
        {
            return days;
        }
        (string what, Advice advice) = DateWriting.NoDate;
        throw usual == DateFormat.Iso
            ? cell.Bad(what, advice)
            : cell.Bad(
                what,
                new Advice(
                    $"Write dates as the model knows them, {usual.Name}; or say how they are written: {RemedyKind.DateFormat}."
                )
            );
    }

    internal override void Restart() { }
}
