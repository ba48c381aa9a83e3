using System.Numerics;
using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature of numbers, whatever else stands in it is an error.</summary>
internal sealed class NumberColumn<T> : Column<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly CellRules rules;

    internal NumberColumn(string name, CellRules rules)
    {
        this.rules = rules;
        Feature = new NumberFeature(name);
        TakesNumbers = rules.NumbersAreNumbers;
    }

    internal override Feature Feature { get; }

    internal override T Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            MissingCells++;
            return T.NaN;
        }
        if (rules.TryParse(cell.Text, out T number))
        {
            return number;
        }
        (string what, Advice advice) = rules.Explain<T>(Encoding.UTF8.GetString(cell.Text));
        throw cell.Bad(what, advice);
    }

    internal override void Restart() { }
}
