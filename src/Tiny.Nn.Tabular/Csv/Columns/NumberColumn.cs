using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature of numbers, whatever else stands in it is an error.</summary>
internal sealed class NumberColumn : Column
{
    private readonly CellRules rules;
    private readonly Advice? known;

    /// <param name="name">The column's name.</param>
    /// <param name="rules">How cells are written.</param>
    /// <param name="known">What to do about a text where the column cannot be anything else; null where it may be declared to be.</param>
    internal NumberColumn(string name, CellRules rules, Advice? known = null)
    {
        this.known = known;
        this.rules = rules;
        Feature = new NumberFeature(name);
        TakesNumbers = rules.NumbersAreNumbers;
    }

    internal override Feature Feature { get; }

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        if (rules.TryParse(cell.Text, out double number))
        {
            return number;
        }
        (string what, Advice advice) = rules.Explain(Encoding.UTF8.GetString(cell.Text));
        throw cell.Bad(what, advice.Names(RemedyKind.Categorical) ? known ?? advice : advice);
    }

    internal override void Restart() { }
}
