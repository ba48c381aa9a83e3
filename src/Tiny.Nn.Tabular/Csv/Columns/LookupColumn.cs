using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature of known categories: those of a model. Another text is −1.</summary>
internal sealed class LookupColumn(CategoryFeature feature, CellRules rules) : Column
{
    private readonly LevelIndex levels = new(feature.Levels);

    internal override Feature Feature => feature;

    internal override double Read(Cell cell, int row)
    {
        int level = levels.Find(cell.Text);
        if (level >= 0)
        {
            return level;
        }
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        UnknownCells++;
        return -1;
    }

    internal override void Restart() { }
}
