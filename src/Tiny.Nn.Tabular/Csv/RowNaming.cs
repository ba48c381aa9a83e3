using System.Globalization;
using System.Text.RegularExpressions;
using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>
/// Columns that count the rows or name them. They tell rows apart and nothing about them: a network that learns from one knows the rows by
/// heart, so a column is left out unless a flag says what it is.
/// </summary>
internal static partial class RowNaming
{
    /// <summary>Fewer rows may be counted by chance.</summary>
    internal const int FewestRows = 10;

    /// <summary>The finding about a first column without a name.</summary>
    internal static Finding OfUnnamed(string name) =>
        new(
            FindingKind.RowNames,
            name,
            "the first column has no name and is taken for names of rows, not for a feature"
        );

    /// <summary>True where a column is called so as keys of rows are: <c>id</c>, <c>PassengerId</c>, <c>row_number</c>.</summary>
    internal static bool IsKey(string name)
    {
        string[] words = [.. Word().Matches(name).Select(word => word.Value.ToLowerInvariant())];
        return words
            is [.., "id" or "uuid" or "guid"]
                or ["row"]
                or ["row", "number" or "num" or "no" or "nr" or "name" or "names" or "index"]
                or ["rownumber" or "rownum" or "rownames" or "rowname"];
    }

    /// <summary>What is to be said of each column that names rows; null for a feature.</summary>
    /// <param name="columns">The columns, of which those may name rows that nobody declared.</param>
    /// <param name="schema">What they are.</param>
    /// <param name="cells">Features × rows.</param>
    internal static Finding?[] Find(Column[] columns, IReadOnlyList<Feature> schema, TableCells cells)
    {
        Finding?[] found = new Finding?[columns.Length];
        for (int i = 0; i < columns.Length && cells.Columns >= FewestRows; i++)
        {
            if (columns[i] is GuessedColumn { MayNameRows: true } guessed)
            {
                string? evidence = guessed.IsCategory
                    ? guessed.NamesRows(cells.Columns)
                        ? "every row has a text of its own"
                        : null
                    : OfNumbers(schema[i].Name, cells, i);
                found[i] = evidence is null ? null : LeftOut(schema[i].Name, evidence, guessed.IsCategory);
            }
        }
        return found;
    }

    private static Finding LeftOut(string name, string evidence, bool isCategory)
    {
        Remedy kept = new(isCategory ? RemedyKind.Categorical : RemedyKind.Numeric, name);
        return new Finding(FindingKind.IdLike, name, $"{evidence}, so it names rows and is left out")
        {
            Remedy = new Advice($"if it is a feature, keep it with {kept}"),
        };
    }

    private static string? OfNumbers(string name, TableCells cells, int feature)
    {
        if (FirstOfCount(cells, feature) is { } first)
        {
            bool isInOrder = true;
            for (int row = 1; row < cells.Columns && isInOrder; row++)
            {
                isInOrder = cells[feature, row] > cells[feature, row - 1];
            }
            return string.Create(
                CultureInfo.InvariantCulture,
                $"it counts the rows, {first} to {first + cells.Columns - 1}{(isInOrder ? "" : ", in another order")}"
            );
        }
        return IsKey(name) && AreKeys(cells, feature)
            ? "by its name it is a key, and no row has that of another"
            : null;
    }

    /// <summary>0 or 1 where the cells are all whole numbers from there on, each once, in any order; else null.</summary>
    private static int? FirstOfCount(TableCells cells, int feature)
    {
        int rows = cells.Columns;
        bool[] seen = new bool[rows + 1];
        for (int row = 0; row < rows; row++)
        {
            double cell = cells[feature, row];
            if (!(cell >= 0 && cell <= rows && double.IsInteger(cell)))
            {
                return null;
            }
            int number = int.Min(rows, (int)cell);
            if (seen[number])
            {
                return null;
            }
            seen[number] = true;
        }
        return !seen[0] ? 1
            : !seen[rows] ? 0
            : null;
    }

    /// <summary>True where the cells are whole numbers, each once as far as the type tells them apart.</summary>
    private static bool AreKeys(TableCells cells, int feature)
    {
        HashSet<double> seen = [];
        for (int row = 0; row < cells.Columns; row++)
        {
            double cell = cells[feature, row];
            bool isExact = cell + 1 != cell;
            if (!double.IsInteger(cell) || (!seen.Add(cell) && isExact))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A word of a name that joins them by capitals or signs.</summary>
    [GeneratedRegex("[A-Z]+(?![a-z])|[A-Z]?[a-z]+")]
    private static partial Regex Word();
}
