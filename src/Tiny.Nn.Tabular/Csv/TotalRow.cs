using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>A last row that sums up the others: its first text is a word such as Total, which no other row has, and all else in it is numbers.</summary>
internal static class TotalRow
{
    /// <summary>The finding about it; none where there is none.</summary>
    /// <param name="schema">The features.</param>
    /// <param name="cells">Features × rows.</param>
    /// <param name="lines">The line of each row.</param>
    internal static IEnumerable<Finding> Find(IReadOnlyList<Feature> schema, TableCells cells, LineIndex lines)
    {
        int last = cells.Columns - 1;
        int[] texts =
        [
            .. Enumerable
                .Range(0, schema.Count)
                .Where(i => schema[i] is CategoryFeature && !double.IsNaN(cells[i, last])),
        ];
        if (last < 2 || texts is not [var place])
        {
            yield break;
        }
        double code = cells[place, last];
        string text = ((CategoryFeature)schema[place]).Levels[(int)code];
        bool isAlone = TotalWords.Begin(text);
        for (int row = 0; row < last && isAlone; row++)
        {
            isAlone = cells[place, row] != code;
        }
        if (isAlone)
        {
            yield return new Finding(
                FindingKind.TotalRow,
                schema[place].Name,
                $"the last row, line {lines[last]}, is called {Excerpt.Quote(text)}: leave it out of the file if it sums up the others"
            );
        }
    }
}
