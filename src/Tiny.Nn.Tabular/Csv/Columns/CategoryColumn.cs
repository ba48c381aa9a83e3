using System.Numerics;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>A feature declared as a category or as free text: every new text gets the next code.</summary>
internal sealed class CategoryColumn<T>(CellRules rules, Func<IReadOnlyList<string>, Feature> describe) : Column<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Up to here a float counts without a gap.</summary>
    internal const int MostTexts = 1 << 24;

    private readonly LevelIndex levels = new();

    /// <summary>The texts as they came.</summary>
    internal IReadOnlyList<string> Texts => levels.Names;

    internal override Feature Feature => describe([.. levels.Names]);

    internal override T Read(Cell cell, int row)
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
            if (levels.Names.Count == MostTexts)
            {
                throw cell.Bad(
                    $"A column has more than {MostTexts} texts.",
                    new Advice($"Leave it out with {RemedyKind.Ignore}.")
                );
            }
            level = levels.FindOrAdd(cell.Text);
        }
        return T.CreateTruncating(level);
    }

    internal override void Restart() => levels.Clear();
}
