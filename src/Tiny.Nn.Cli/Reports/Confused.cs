using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What was taken for what: all of it where there are few classes, and else the most frequent mistakes. A matrix of ten thousand classes has 10⁸ cells.</summary>
internal static class Confused
{
    /// <summary>Documents have the matrix of up to so many classes.</summary>
    private const int MostInDocuments = 100;

    /// <summary>People are shown it up to so many: more fit no screen and no page.</summary>
    private const int MostShown = 30;

    private const int MistakesInDocuments = 100;
    private const int MistakesShown = 10;

    private static readonly TableColumns<(string Actual, string Predicted, int Rows)> Mistakes = new TableColumns<(
        string Actual,
        string Predicted,
        int Rows
    )>()
        .Text("actual", "actual", mistake => Value.Of(mistake.Actual))
        .Text("predicted", "predicted", mistake => Value.Of(mistake.Predicted))
        .Number("rows", "rows", mistake => Value.Of(mistake.Rows));

    /// <summary>The matrix row by row; of more classes null, and the most frequent mistakes under a name of their own.</summary>
    internal static IEnumerable<Field> Data(ClassReport report)
    {
        if (report.Classes.Count <= MostInDocuments)
        {
            IEnumerable<Value> rows = Counts(report).Select(row => Value.List(row.Select(n => Value.Of(n))));
            yield return new Field("confusion", Value.List(rows));
        }
        else
        {
            yield return new Field("confusion", Value.None);
            yield return new Field("confusions", Mistakes.Of("", Most(report, MistakesInDocuments)).List);
        }
    }

    internal static IEnumerable<Part> Shown(ClassReport report)
    {
        if (report.Classes.Count <= MostShown)
        {
            yield return new CountMatrix("Confusion matrix", report.Classes, [.. Counts(report)])
            {
                Rows = "actual",
                Columns = "predicted",
                Description = "Rows of each actual class by predicted class",
            };
        }
        else if (Mistakes.Of("", Most(report, MistakesShown)) is { Rows.Count: > 0 and var count } table)
        {
            yield return table;
            yield return new Remark(
                $"The {count} most frequent mistakes: a confusion matrix of {report.Classes.Count} classes would be too large."
            );
        }
    }

    private static IEnumerable<(string, string, int)> Most(ClassReport report, int count) =>
        report
            .Confusion.Mistakes.Take(count)
            .Select(mistake => (report.Classes[mistake.Actual], report.Classes[mistake.Predicted], mistake.Count));

    private static IEnumerable<int[]> Counts(ClassReport report)
    {
        int[] all = [.. Enumerable.Range(0, report.Classes.Count)];
        return all.Select(actual => all.Select(predicted => report.Confusion[actual, predicted]).ToArray());
    }
}
