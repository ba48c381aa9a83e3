using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>A number of any type, rounded once; true is 1 and false is 0.</summary>
internal sealed class NumberCell(NumberFeature feature, CellRules rules) : RowCell(feature, rules)
{
    private protected override string Content => "numbers";

    internal override double Read(RowValue value, List<string> notes)
    {
        if (value.Kind == RowValueKind.Boolean)
        {
            return value.Text == "true" ? 1 : 0;
        }
        if (value.Kind is RowValueKind.Number or RowValueKind.Text && IsMissing(Trimmed(value.Text)))
        {
            return double.NaN;
        }
        if (value.Kind != RowValueKind.Number)
        {
            throw WrongKind(value, "Give a number of any type, or null where it is missing.");
        }
        if (PlainNumber.TryParse(Encoding.UTF8.GetBytes(value.Text), out double number))
        {
            return number;
        }
        throw value.Text.Any(char.IsAsciiDigit)
            ? Bad(
                value,
                "A number is too large.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its magnitude must stay below {double.MaxValue:E2}: correct it, or choose another unit."
                )
            )
            : Bad(value, "A number is infinite.", "Give a finite number, or null where it is missing.");
    }
}
