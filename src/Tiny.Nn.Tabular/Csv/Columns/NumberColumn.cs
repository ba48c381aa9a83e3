using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature declared to be of numbers: whatever else stands in it is an error.</summary>
internal sealed class NumberColumn : Column
{
    private readonly string name;
    private readonly CellRules rules;
    private NumberWriting writing;
    private DataException? doubt;
    private long written;

    /// <param name="name">The column's name.</param>
    /// <param name="rules">How cells are written.</param>
    internal NumberColumn(string name, CellRules rules)
    {
        this.name = name;
        this.rules = rules;
        writing = new NumberWriting(rules);
        TakesNumbers = rules.NumbersAreNumbers;
    }

    internal override Feature Feature => new NumberFeature(name) { Unit = writing.Unit };

    internal override bool HasThousands => writing.HasThousands;

    internal override Finding? Writing =>
        written > 0 ? new Finding(FindingKind.WrittenNumbers, name, writing.Describe(written)) : null;

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        return rules.TryParse(cell.Text, out double number) ? number : ReadWritten(cell);
    }

    internal override void Judge(int rows)
    {
        if (writing.IsToBeReadWhole)
        {
            RowsToReadAgain = rows;
            (writing, doubt, written) = (new NumberWriting(rules), null, 0);
        }
    }

    internal override double ReadAgain(Cell cell) => rules.IsMissing(cell.Text) ? double.NaN : ReadWritten(cell);

    internal override void JudgeAgain()
    {
        if (writing.IsAmbiguous)
        {
            throw doubt!;
        }
    }

    internal override void Restart() { }

    private double ReadWritten(Cell cell)
    {
        long before = writing.Written;
        if (!writing.Add(cell.Text, out double number))
        {
            throw cell.Bad(writing.Explain(cell.String));
        }
        written += writing.Written - before;
        if (writing.IsAmbiguous && doubt is null)
        {
            doubt = cell.Bad(rules.Explain(cell.String));
        }
        return number;
    }
}
