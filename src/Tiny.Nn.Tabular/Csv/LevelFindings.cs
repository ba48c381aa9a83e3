using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Alike;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Findings about levels and labels: which are one, which look like one, which are none that a model knows.</summary>
internal static class LevelFindings
{
    /// <summary>So many are shown of a kind.</summary>
    private const int MostShown = 5;

    /// <summary>The finding about levels in several spellings; none where each has one.</summary>
    /// <param name="column">The column.</param>
    /// <param name="spellings">The spellings of each such level, that which names it first.</param>
    internal static IEnumerable<Finding> Spellings(string column, IReadOnlyList<string[]> spellings) =>
        spellings.Count == 0
            ? []
            : Taken(column, spellings.SelectMany(level => level[1..].Select(text => (text, level[0]))));

    /// <summary>The finding about labels that look alike; none where there are no such.</summary>
    /// <param name="column">The column.</param>
    /// <param name="levels">The labels, each once.</param>
    /// <param name="what">What the labels are.</param>
    internal static IEnumerable<Finding> Similar(string column, IEnumerable<string> levels, string what = "labels")
    {
        const string Case = "only by case";
        var pairs = Lookalikes
            .Pairs(levels)
            .Select(pair => (pair.First, pair.Second, Difference: Lookalikes.Difference(pair.First, pair.Second)))
            .ToArray();
        string[] byCase =
        [
            .. pairs
                .Where(pair => pair.Difference == Case)
                .Take(MostShown)
                .Select(pair => $"{Excerpt.Quote(pair.First)} and {Excerpt.Quote(pair.Second)}"),
        ];
        string[] evidence =
        [
            .. byCase.Length > 0 ? [$"{what} that differ {Case}: {string.Join(", ", byCase)}"] : (string[])[],
            .. pairs
                .Where(pair => pair.Difference != Case)
                .Take(MostShown)
                .Select(pair => Pair(pair.First, pair.Second)),
        ];
        return evidence.Length == 0
            ? []
            : [new Finding(FindingKind.SimilarLabels, column, string.Join("; ", evidence))];
    }

    /// <summary>Two texts, and how they differ.</summary>
    internal static string Pair(string first, string second) =>
        $"{Excerpt.Quote(first)} and {Excerpt.Quote(second)} differ {Lookalikes.Difference(first, second)}";

    /// <summary>Findings about texts that are not the name of a level that a model knows.</summary>
    internal static IEnumerable<Finding> OfModel(LookupColumn column)
    {
        string name = column.Feature.Name;
        foreach (Finding finding in Taken(name, column.OtherSpellings))
        {
            yield return finding;
        }
        if (column.UnknownCells == 0)
        {
            yield break;
        }
        string like = string.Concat(
            column
                .Lookalikes.Take(MostShown)
                .Select(pair =>
                    $"; {Excerpt.Quote(pair.Text)} looks like {Excerpt.Quote(pair.Level)}, they differ {Lookalikes.Difference(pair.Level, pair.Text)}"
                )
        );
        yield return column.KnownCells == 0 && column.UnknownCells > 1
            ? new Finding(
                FindingKind.NoKnownCategory,
                name,
                $"no cell holds a category that the model knows: is it the right column?{like}"
            )
            : new Finding(
                FindingKind.UnknownCategories,
                name,
                $"{Evidence.Count(column.UnknownCells, "cell")} with a category that the model has not learned{like}"
            );
    }

    private static IEnumerable<Finding> Taken(string column, IEnumerable<(string Text, string Level)> others)
    {
        string[] taken =
        [
            .. others
                .Take(MostShown + 1)
                .Select(other => $"{Excerpt.Quote(other.Text)} is taken for {Excerpt.Quote(other.Level)}"),
        ];
        string more = taken.Length > MostShown ? ", and so on" : "";
        return taken.Length == 0
            ? []
            : [new Finding(FindingKind.SeveralSpellings, column, string.Join(", ", taken.Take(MostShown)) + more)];
    }
}
