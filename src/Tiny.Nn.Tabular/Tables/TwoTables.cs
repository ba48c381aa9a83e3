using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>
/// Rows of two tables beside each other, the second as the first would have it: two are one where all cells are equal. −0 is 0, and NaN is NaN.
/// </summary>
internal sealed class TwoTables : IEqualityComparer<TwoTables.Row>
{
    /// <summary>A text that the first table does not have: no row of it has this number.</summary>
    private const int Unknown = -1;

    private readonly Matrix<double> cells;
    private readonly Matrix<double> others;
    private readonly int[]? targets;

    /// <exception cref="ArgumentException">The features are others.</exception>
    internal TwoTables(Table table, Table other)
    {
        if (!table.FeatureNames.SequenceEqual(other.FeatureNames, StringComparer.Ordinal))
        {
            throw new ArgumentException("The features of the two tables are not the same.");
        }
        cells = table.Features;
        others = ReferenceEquals(table, other) ? cells : Translate(table, other);
        if (table.Target is { } known && other.Target is { } given)
        {
            int[] places = new LevelNames(known.Levels, known.Rules).Places(given.Levels);
            targets = [.. given.Codes.ToArray().Select(code => places[code])];
        }
    }

    /// <summary>A row of one of the two.</summary>
    internal readonly record struct Row(int Number, bool IsOther);

    /// <summary>The targets of the second table, by their places among the levels of the first; empty where one has none.</summary>
    internal ReadOnlySpan<int> Targets => targets;

    /// <inheritdoc/>
    public bool Equals(Row x, Row y)
    {
        ReadOnlySpan<double> left = Cells(x);
        ReadOnlySpan<double> right = Cells(y);
        for (int i = 0; i < left.Length; i++)
        {
            if (!left[i].Equals(right[i]))
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
        foreach (double cell in Cells(obj))
        {
            hash.Add(cell);
        }
        return hash.ToHashCode();
    }

    private ReadOnlySpan<double> Cells(Row row) => (row.IsOther ? others : cells).Column(row.Number);

    /// <summary>The cells of the second table, in which a text has the number that it has in the first.</summary>
    private static Matrix<double> Translate(Table table, Table other)
    {
        Matrix<double> result = Samples.Select(other.Features, [.. Enumerable.Range(0, other.Rows)]);
        for (int feature = 0; feature < result.Rows; feature++)
        {
            (IReadOnlyList<string> known, IReadOnlyList<string> given) = (Texts(table, feature), Texts(other, feature));
            if (known.SequenceEqual(given, StringComparer.Ordinal))
            {
                continue;
            }
            int[] places =
                table.Schema[feature] is TextFeature
                    ? Same(known, given)
                    : new LevelNames(known, table.Format.Rules).Places(given);
            for (int row = 0; row < result.Columns; row++)
            {
                double cell = result[feature, row];
                result[feature, row] = cell >= 0 ? places[(int)cell] : cell;
            }
        }
        return result;
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
