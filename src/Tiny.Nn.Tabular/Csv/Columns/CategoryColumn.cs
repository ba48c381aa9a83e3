using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature declared as a category or as free text: every new text gets the next code.</summary>
internal sealed class CategoryColumn(CellRules rules, Func<IReadOnlyList<string>, Feature> describe) : Column
{
    private readonly LevelIndex levels = new();

    /// <summary>The texts as they came.</summary>
    internal IReadOnlyList<string> Texts => levels.Names;

    internal override IReadOnlyList<string[]> Spellings =>
        Feature is CategoryFeature ? Levels.Order(levels.Names, rules).Spellings : [];

    internal override Feature Feature => describe([.. levels.Names]);

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        BlankEnds += cell.EndsWithBlank ? 1 : 0;
        int level = levels.Find(cell.Text);
        if (level < 0)
        {
            cell.RequireUtf8();
            level = levels.FindOrAdd(cell.Text);
        }
        return level;
    }

    internal override void Restart() => levels.Clear();
}
