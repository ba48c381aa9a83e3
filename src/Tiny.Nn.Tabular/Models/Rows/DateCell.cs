using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>A date, or its text as ISO 8601 writes it, as days since 1970. A time with a zone becomes that of UTC.</summary>
internal sealed class DateCell(DateFeature feature, CellRules rules) : RowCell(feature, rules)
{
    private protected override string Content => "dates";

    internal override double Read(RowValue value, List<string> notes)
    {
        string text = Trimmed(value.Text);
        if (value.Kind == RowValueKind.Text && IsMissing(text))
        {
            return double.NaN;
        }
        return value.Kind switch
        {
            RowValueKind.Date or RowValueKind.Text when IsoDate.TryParse(text, out double days) => days,
            RowValueKind.Text when DateFormat.Require(feature.Format)?.TryParse(text, out double written) == true =>
                written,
            RowValueKind.Text => throw Bad(
                value,
                "A text is no date.",
                "Write dates as ISO 8601 does: 2024-02-29, or 2024-02-29T13:45:00."
            ),
            _ => throw WrongKind(
                value,
                "Give a DateOnly, a DateTime, a text such as 2024-02-29, or null where it is missing."
            ),
        };
    }
}
