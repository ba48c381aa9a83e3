using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>Free text: the only one of its row, so its number is 0.</summary>
internal sealed class TextCell(TextFeature feature, CellRules rules) : RowCell(feature, rules)
{
    private protected override string Content => "texts";

    internal override Feature FeatureOf(RowValue value) => feature with { Texts = [Trimmed(value.Text)] };

    internal override double Read(RowValue value, List<string> notes)
    {
        if (value.Kind == RowValueKind.Unsuitable)
        {
            throw WrongKind(value, "Give a text, or null where it is missing.");
        }
        return IsMissing(Trimmed(value.Text)) ? double.NaN : 0;
    }
}
