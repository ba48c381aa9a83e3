using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What a report of classes has beside its measures: calibration, threshold, class by class, what was taken for what.</summary>
internal sealed class ClassTables(Page page)
{
    private const string Macro = "macro average";
    private const string Weighted = "weighted average";
    private const string Corner = "actual \\ predicted";
    private const string NarrowCorner = "actual";
    private const int IntervalWidth = 16;
    private const int ScoreWidth = 6;
    private static readonly string[] Scores = ["precision", "recall", "F1", "support"];

    internal void Write(ClassReport report)
    {
        page.WriteSentence(Calibration(report));
        if (report.Threshold is { } threshold and not ClassTarget.UsualThreshold)
        {
            page.WriteSentence(
                $"A row is taken for {report.Classes[1]} where that has a probability above {Figures.Score(threshold)}."
            );
        }
        WriteScores(report);
        WriteConfusion(report);
    }

    private static string Calibration(ClassReport report)
    {
        double confidence =
            report.Calibration.Bins.Where(bin => bin.Correct.Count > 0).Sum(bin => bin.Correct.Count * bin.Confidence)
            / report.Rows;
        return $"Calibration: mean confidence {Figures.Score(confidence)}, accuracy {Figures.Score(report.Accuracy)}, "
            + $"expected calibration error {Figures.Score(report.Calibration.ExpectedError)}.";
    }

    private void WriteScores(ClassReport report)
    {
        int names = report.Classes.Append(Weighted).Max(name => name.Length);
        bool wide = page.HasRoom([names, .. Scores.Select(score => Math.Max(score.Length, ScoreWidth)), IntervalWidth]);
        string[] interval = wide ? ["95 % interval"] : [];
        Table table = Tables.Create(["class", .. Scores[..2], .. interval, .. Scores[2..]]);
        foreach (ClassResult result in report.PerClass)
        {
            Add(result.Name, result.Scores, Figures.Interval(result.RecallInterval, Figures.Score), result.Support);
        }
        table.AddEmptyRow();
        Add(Macro, report.Confusion.MacroAverage, "", report.Rows);
        Add(Weighted, report.Confusion.WeightedAverage, "", report.Rows);
        page.Write(table);

        void Add(string name, ClassScores scores, string between, int support) =>
            table.AddCells([
                name,
                Figures.Score(scores.Precision),
                Figures.Score(scores.Recall),
                .. wide ? [between] : (string[])[],
                Figures.Score(scores.F1),
                Figures.Count(support),
            ]);
    }

    private void WriteConfusion(ClassReport report)
    {
        int[] all = [.. Enumerable.Range(0, report.Classes.Count)];
        string[] Row(int actual) => [.. all.Select(predicted => Figures.Count(report.Confusion[actual, predicted]))];
        int[] widths =
        [
            .. all.Select(code => Math.Max(report.Classes[code].Length, all.Max(actual => Row(actual)[code].Length))),
        ];
        bool HasRoom(string corner) =>
            page.HasRoom([report.Classes.Append(corner).Max(name => name.Length), .. widths]);
        if (!HasRoom(NarrowCorner))
        {
            page.WriteSentence($"A confusion matrix of {all.Length} classes is too wide here; --json has it.");
            return;
        }
        Table matrix = Tables.Create([HasRoom(Corner) ? Corner : NarrowCorner, .. report.Classes]);
        foreach (int actual in all)
        {
            matrix.AddCells([report.Classes[actual], .. Row(actual)]);
        }
        page.Write(matrix);
    }
}
