using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>How the cells of one feature become numbers.</summary>
internal abstract class Column
{
    /// <summary>True while a cell that is a plain number is coded as that number, without a call of <see cref="Read"/>.</summary>
    internal bool TakesNumbers { get; private protected set; }

    /// <summary>How many cells were missing.</summary>
    internal long MissingCells { get; private set; }

    /// <summary>The texts that were taken for missing.</summary>
    internal TextCounts MissingTexts { get; } = new();

    /// <summary>How many labels had a blank behind them.</summary>
    internal long BlankEnds { get; private protected set; }

    /// <summary>Of levels that are written in several ways all of the ways, that which names it first.</summary>
    internal virtual IReadOnlyList<string[]> Spellings => [];

    /// <summary>How many of the first rows are to be read once more, for what they hold is known only now; 0 for none.</summary>
    internal int RowsToReadAgain { get; private protected set; }

    /// <summary>True where thousands in it are certainly separated by the mark that is not decimal.</summary>
    internal virtual bool HasThousands => false;

    /// <summary>What the column is, as far as it has been read.</summary>
    internal abstract Feature Feature { get; }

    /// <summary>What is to be said about how its cells are written; null for nothing.</summary>
    internal virtual Finding? Writing => null;

    /// <summary>The number that a cell is coded as.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="row">The row of the table, from 0 on.</param>
    /// <exception cref="DataException">The cell does not belong into such a column.</exception>
    internal abstract double Read(Cell cell, int row);

    /// <summary>Looks at the column as a whole, once all rows have been read.</summary>
    /// <param name="rows">How many there are.</param>
    internal virtual void Judge(int rows) { }

    /// <summary>The number of a cell of one of the rows to be read again.</summary>
    /// <exception cref="DataException">The cell does not belong into such a column.</exception>
    internal virtual double ReadAgain(Cell cell) => throw new NotSupportedException();

    /// <summary>Looks at the column once more, when that has been done.</summary>
    internal virtual void JudgeAgain() { }

    /// <summary>Counts a missing cell.</summary>
    private protected double Miss(Cell cell)
    {
        MissingCells++;
        MissingTexts.Add(cell.Text);
        return double.NaN;
    }

    /// <summary>Begins another portion of the file: what holds for one table only is cleared.</summary>
    internal abstract void Restart();
}
