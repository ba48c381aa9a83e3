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

    /// <summary>What the column is, as far as it has been read.</summary>
    internal abstract Feature Feature { get; }

    /// <summary>The number that a cell is coded as.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="row">The row of the table, from 0 on.</param>
    /// <exception cref="DataException">The cell does not belong into such a column.</exception>
    internal abstract double Read(Cell cell, int row);

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
