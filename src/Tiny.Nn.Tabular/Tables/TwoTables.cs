using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>
/// Rows of two tables beside each other, the second as the first would have it: two are one where all cells are equal. −0 is 0, and NaN is NaN.
/// </summary>
internal sealed class TwoTables : IEqualityComparer<TwoTables.Row>
{
    /// <summary>A text that the first table does not have: no row of it has this number.</summary>
    private const int Unknown = -1;

    private readonly TableCells cells;
    private readonly TableCells others;
    private readonly int[]? targets;

    /// <summary>For each feature the places of the second table's texts among those of the first; null where they are the same.</summary>
    private readonly int[]?[] places;

    /// <exception cref="ArgumentException">The features are others.</exception>
    internal TwoTables(Table table, Table other)
    {
        if (!table.FeatureNames.SequenceEqual(other.FeatureNames, StringComparer.Ordinal))
        {
            throw new ArgumentException("The features of the two tables are not the same.");
        }
        cells = table.Cells;
        others = other.Cells;
        places = [.. Enumerable.Range(0, cells.Rows).Select(feature => Places(table, other, feature))];
        if (table.Target is { } known && other.Target is { } given)
        {
            int[] levels = new LevelNames(known.Levels, known.Rules).Places(given.Levels);
            targets = [.. given.Codes.ToArray().Select(code => levels[code])];
        }
    }

    /// <summary>A row of one of the two.</summary>
    internal readonly record struct Row(int Number, bool IsOther);

    /// <summary>The targets of the second table, by their places among the levels of the first; empty where one has none.</summary>
    internal ReadOnlySpan<int> Targets => targets;

    /// <inheritdoc/>
    public bool Equals(Row x, Row y)
    {
        for (int feature = 0; feature < cells.Rows; feature++)
        {
            if (!CellOf(x, feature).Equals(CellOf(y, feature)))
            {
                return false;
            }
        }
        return true;
    }

    /// <inheritdoc/>
    public int GetHashCode(Row obj)
    {
        HashCode hash = default;
        for (int feature = 0; feature < cells.Rows; feature++)
        {
            hash.Add(CellOf(obj, feature));
        }
        return hash.ToHashCode();
    }

    /// <summary>A cell; a text of the second table has the number that it has in the first.</summary>
    private double CellOf(Row row, int feature)
    {
        if (!row.IsOther)
        {
            return cells[feature, row.Number];
        }
        double cell = others[feature, row.Number];
        return places[feature] is { } known && cell >= 0 ? known[(int)cell] : cell;
    }

    private static int[]? Places(Table table, Table other, int feature)
    {
        (IReadOnlyList<string> known, IReadOnlyList<string> given) = (Texts(table, feature), Texts(other, feature));
        if (known.SequenceEqual(given, StringComparer.Ordinal))
        {
            return null;
        }
        return table.Schema[feature] is TextFeature
            ? Same(known, given)
            : new LevelNames(known, table.Format.Rules).Places(given);
    }

    /// <summary>For each free text its place among known ones, to which it is equal.</summary>
    private static int[] Same(IReadOnlyList<string> known, IReadOnlyList<string> given)
    {
        Dictionary<string, int> places = known.Index().ToDictionary(text => text.Item, text => text.Index);
        return [.. given.Select(text => places.GetValueOrDefault(text, Unknown))];
    }

    private static IReadOnlyList<string> Texts(Table table, int feature) =>
        table.Schema[feature] switch
        {
            CategoryFeature category => category.Levels,
            TextFeature text => text.Texts,
            _ => [],
        };
}
