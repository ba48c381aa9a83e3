using System.Globalization;
using System.Numerics;
using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Csv.Cells;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Checks;

/// <summary>What is to be said about a table that has been read.</summary>
internal static class TableFindings
{
    /// <summary>A column of fewer rows may count by chance.</summary>
    private const int FewestRowsOfAnId = 10;

    /// <summary>What the first block and the header told.</summary>
    internal static IEnumerable<Finding> OfFile(CsvRecords records, CsvOptions options)
    {
        if (options.Delimiter is null && records.Separator != ',')
        {
            yield return new Finding(
                FindingKind.Delimiter,
                null,
                $"the fields are separated by {Delimiter.Name(records.Separator)}"
            );
        }
        string[] numbers =
        [
            .. records.Names.Where(name => PlainNumber.TryParse(Encoding.UTF8.GetBytes(name), out double _)),
        ];
        if (options.HasHeader && 2 * numbers.Length > records.Names.Count)
        {
            yield return new Finding(
                FindingKind.HeaderLikeData,
                null,
                $"the first line names columns {Excerpt.List(numbers)}; if it is data, say --no-header"
            );
        }
    }

    /// <summary>What is said of rows that are too short, where there are some.</summary>
    internal static IEnumerable<Finding> OfShortRows(CsvRecords records) =>
        records.ShortRows == 0
            ? []
            :
            [
                new Finding(
                    FindingKind.ShortRows,
                    null,
                    $"{Count(records.ShortRows, "row")} with fewer fields than columns: the last cells are missing"
                ),
            ];

    /// <summary>What the cells told while they were read.</summary>
    internal static IEnumerable<Finding> OfCells<T>(Column<T>[] columns, IReadOnlyList<Feature> schema)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach ((int i, Column<T> column) in columns.Index())
        {
            if (column.MissingCells > 0)
            {
                yield return Create(FindingKind.MissingCells, $"{Count(column.MissingCells, "cell")} missing");
            }
            if (column.UnknownCells > 0)
            {
                yield return Create(
                    FindingKind.UnknownCategories,
                    $"{Count(column.UnknownCells, "cell")} with a category that the model has not learned"
                );
            }
            if (column.BlankEnds > 0)
            {
                yield return Create(
                    FindingKind.TrailingBlanks,
                    $"{Count(column.BlankEnds, "label")} with a blank behind, which was taken off"
                );
            }

            Finding Create(FindingKind kind, string evidence) => new(kind, schema[i].Name, evidence);
        }
    }

    /// <summary>What the columns of a whole table tell.</summary>
    internal static IEnumerable<Finding> OfColumns<T>(
        Column<T>[] columns,
        IReadOnlyList<Feature> schema,
        Matrix<T> features
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SteadyColumns<T> steady = SteadyColumns<T>.Find(features);
        foreach (Finding finding in OfCells(columns, schema))
        {
            bool isAll = finding.Kind == FindingKind.MissingCells && steady.IsMissing(PlaceOf(finding));
            yield return isAll
                ? finding with
                {
                    Kind = FindingKind.AllMissing,
                    Evidence = "all cells are missing",
                }
                : finding;
        }
        foreach ((int i, Feature feature) in schema.Index())
        {
            IReadOnlyList<string> levels = (feature as CategoryFeature)?.Levels ?? [];
            if (steady.ConstantOf(i) is { } value)
            {
                string text = levels.Count > 0 ? levels[int.CreateTruncating(value)] : Text(value);
                yield return new Finding(FindingKind.Constant, feature.Name, $"every cell is {Excerpt.Quote(text)}");
            }
            long cells = features.Columns - columns[i].MissingCells;
            if (feature is NumberFeature && steady.Counts(i) && features.Columns >= FewestRowsOfAnId)
            {
                string first = Text(features[i, 0]);
                yield return new Finding(FindingKind.IdLike, feature.Name, $"it counts the rows, from {first} on");
            }
            else if (levels.Count == cells && cells >= FewestRowsOfAnId)
            {
                yield return new Finding(FindingKind.IdLike, feature.Name, "every row has a text of its own");
            }
            if (SimilarLabels(levels) is { } labels)
            {
                yield return new Finding(FindingKind.SimilarLabels, feature.Name, labels);
            }
        }

        int PlaceOf(Finding finding) => schema.Index().First(pair => pair.Item.Name == finding.Column).Index;
    }

    /// <summary>What the target tells.</summary>
    internal static IEnumerable<Finding> OfTarget(TargetColumn target)
    {
        if (target.DroppedRows > 0)
        {
            yield return Create(
                FindingKind.DroppedRows,
                $"{Count(target.DroppedRows, "row")} without a target left out"
            );
        }
        if (target.SuggestedKind == TargetKind.Regression)
        {
            yield break;
        }
        if (target.BlankEnds > 0)
        {
            yield return Create(
                FindingKind.TrailingBlanks,
                $"{Count(target.BlankEnds, "label")} with a blank behind, which was taken off"
            );
        }
        if (SimilarLabels(target.Levels) is { } labels)
        {
            yield return Create(FindingKind.SimilarLabels, labels);
        }
        int[] counts = new int[target.Levels.Count];
        foreach (int code in target.Codes.Span)
        {
            counts[code]++;
        }
        string[] rare = [.. target.Levels.Where((_, level) => counts[level] == 1).Select(Excerpt.Quote)];
        if (rare.Length > 0)
        {
            yield return Create(FindingKind.RareClass, $"one row only: {Excerpt.List(rare)}");
        }

        Finding Create(FindingKind kind, string evidence) => new(kind, target.Name, evidence);
    }

    private static string? SimilarLabels(IReadOnlyList<string> levels)
    {
        Dictionary<string, string> seen = new(StringComparer.OrdinalIgnoreCase);
        List<string> similar = [];
        foreach (string level in levels)
        {
            if (!seen.TryAdd(level, level))
            {
                similar.Add($"{Excerpt.Quote(seen[level])} and {Excerpt.Quote(level)}");
            }
        }
        return similar.Count == 0 ? null : $"labels that differ only by case: {string.Join(", ", similar.Take(5))}";
    }

    private static string Text<T>(T number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => number.ToString(null, CultureInfo.InvariantCulture);

    private static string Count(long count, string noun) =>
        count.ToString("N0", CultureInfo.InvariantCulture) + (count == 1 ? $" {noun}" : $" {noun}s");
}
