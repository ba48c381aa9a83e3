using System.Globalization;
using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Findings about the features of a file.</summary>
internal static class ColumnFindings
{
    /// <summary>Findings counted while the cells were read.</summary>
    internal static IEnumerable<Finding> OfCells(Column[] columns, IReadOnlyList<Feature> schema, CellRules rules)
    {
        foreach ((int i, Column column) in columns.Index())
        {
            if (column.MissingCells > 0)
            {
                yield return Create(FindingKind.MissingCells, $"{Evidence.Count(column.MissingCells, "cell")} missing");
            }
            if (Evidence.Missing(schema[i].Name, column.MissingTexts, rules) is { } missing)
            {
                yield return missing;
            }
            if (column.Writing is { } writing)
            {
                yield return writing;
            }
            foreach (Finding finding in column is LookupColumn lookup ? LevelFindings.OfModel(lookup) : [])
            {
                yield return finding;
            }
            if (column.BlankEnds > 0)
            {
                yield return Create(
                    FindingKind.TrailingBlanks,
                    $"{Evidence.Count(column.BlankEnds, "label")} with a blank behind, which was taken off"
                );
            }

            Finding Create(FindingKind kind, string evidence) => new(kind, schema[i].Name, evidence);
        }
    }

    /// <summary>Findings about the columns of a whole table.</summary>
    internal static IEnumerable<Finding> OfColumns(
        Column[] columns,
        IReadOnlyList<Feature> schema,
        TableCells features,
        CellRules rules
    )
    {
        SteadyColumns steady = SteadyColumns.Find(features);
        foreach (Finding finding in OfCells(columns, schema, rules))
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
                string text = levels.Count > 0 ? levels[(int)(value)] : Text(value);
                yield return new Finding(FindingKind.Constant, feature.Name, $"every cell is {Excerpt.Quote(text)}");
            }
            if (rules.Point == ',' && feature is NumberFeature && FindThree(features, i) is { } three)
            {
                yield return new Finding(
                    FindingKind.DecimalComma,
                    feature.Name,
                    $"{Text(three).Replace('.', ',')} is read as {Text(three)}, with a decimal comma"
                )
                {
                    Remedy = new Advice(
                        $"if the comma separates thousands, leave out {RemedyKind.DecimalComma} and say {RemedyKind.Thousands}"
                    ),
                };
            }
            long cells = features.Columns - columns[i].MissingCells;
            if (feature is NumberFeature && steady.Counts(i) && features.Columns >= RowNaming.FewestRows)
            {
                string first = Text(features[i, 0]);
                yield return new Finding(FindingKind.IdLike, feature.Name, $"it counts the rows, from {first} on");
            }
            else if (levels.Count == cells && cells >= RowNaming.FewestRows)
            {
                yield return new Finding(FindingKind.IdLike, feature.Name, "every row has a text of its own");
            }
            if (levels.Any(PlainNumber.IsErrorText))
            {
                int[] counts = new int[levels.Count];
                for (int row = 0; row < features.Columns; row++)
                {
                    if (!double.IsNaN(features[i, row]))
                    {
                        counts[(int)(features[i, row])]++;
                    }
                }
                yield return Evidence.Errors(feature.Name, levels, counts)!;
            }
            foreach (
                Finding finding in LevelFindings
                    .Spellings(feature.Name, columns[i].Spellings)
                    .Concat(LevelFindings.Similar(feature.Name, levels))
            )
            {
                yield return finding;
            }
        }

        int PlaceOf(Finding finding) => schema.Index().First(pair => pair.Item.Name == finding.Column).Index;
    }

    /// <summary>A number with three decimals in a column that has no longer ones: with another mark it would be thousands.</summary>
    private static double? FindThree(TableCells features, int feature)
    {
        double? found = null;
        for (int row = 0; row < features.Columns; row++)
        {
            double cell = features[feature, row];
            if (double.IsNaN(cell))
            {
                continue;
            }
            if (Math.Abs(cell) >= 1000 || Math.Round(cell, 3) != cell)
            {
                return null;
            }
            found ??= Math.Abs(cell) >= 1 && Math.Round(cell, 2) != cell ? cell : null;
        }
        return found;
    }

    private static string Text(double number) => number.ToString(null, CultureInfo.InvariantCulture);
}
