using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What a report of classes has beside its measures: calibration, threshold, class by class, what was taken for what.</summary>
internal static class ClassDescription
{
    /// <summary>More classes than this make a table that nobody reads.</summary>
    private const int MostClasses = 30;

    /// <summary>So many are shown of more.</summary>
    private const int FewClasses = 20;

    private static readonly TableColumns<Line> ByClass = new TableColumns<Line>()
        .Text("name", "class", line => Value.Of(line.Name))
        .Number("precision", "precision", line => Score(line.Scores.Precision))
        .Add(
            new Column("precision_interval", "95 % interval") { IsNumber = true, Rank = 2 },
            line => Value.Of(line.Result?.PrecisionInterval, Figures.Score)
        )
        .Number("recall", "recall", line => Score(line.Scores.Recall))
        .Add(
            new Column("recall_interval", "95 % interval") { IsNumber = true, Rank = 1 },
            line => Value.Of(line.Result?.RecallInterval, Figures.Score)
        )
        .Number("f1", "F1", line => Score(line.Scores.F1))
        .Number("support", "support", line => Value.Of(line.Support))
        .Data("taken", line => Value.Of(line.Result?.PredictedCount));

    private static readonly TableColumns<ReliabilityBin> Bins = new TableColumns<ReliabilityBin>()
        .Data("lower", bin => Value.Of(bin.Lower))
        .Data("upper", bin => Value.Of(bin.Upper))
        .Data("rows", bin => Value.Of(bin.Correct.Count))
        .Data("recognised", bin => Value.Of(bin.Correct.Successes))
        .Data("confidence", bin => Value.Of(bin.Confidence));

    internal static Result Of(ClassReport report)
    {
        ResultTable classes = ByClass.Of("", Lines(report));
        Part[] shown = [.. Shown(report)];
        return new Result(
            [
                new("rows", Value.Of(report.Rows)),
                new("accuracy", Value.Of(report.Accuracy)),
                new("majority_accuracy", Value.Of(report.MajorityAccuracy)),
                new("log_loss", Value.Of(report.LogLoss)),
                new("threshold", Value.Of(report.Threshold)),
                new("classes", classes.List),
                .. Confused.Data(report),
                new(
                    "calibration",
                    Field.Group(
                        new("expected_error", Value.Of(report.Calibration.ExpectedError)),
                        new("maximum_error", Value.Of(report.Calibration.MaximumError)),
                        new("bins", Bins.Of("", report.Calibration.Bins).List)
                    )
                ),
                new("positive", Value.Of(report.Positive)),
            ],
            [
                new Section(
                    "Classes",
                    [
                        new Sentence(Calibration(report)),
                        .. Threshold(report),
                        .. shown,
                        .. Confused.Shown(report),
                        new Chart("Calibration", () => CalibrationChart.Draw(report.Calibration)),
                    ]
                ),
            ]
        );
    }

    private static string Calibration(ClassReport report)
    {
        double confidence =
            report.Calibration.Bins.Where(bin => bin.Correct.Count > 0).Sum(bin => bin.Correct.Count * bin.Confidence)
            / report.Rows;
        return $"Calibration: mean confidence {Figures.Score(confidence)}, accuracy {Figures.Score(report.Accuracy)}, "
            + $"expected calibration error {Figures.Score(report.Calibration.ExpectedError)}.";
    }

    private static IEnumerable<Part> Threshold(ClassReport report)
    {
        if (report.Threshold is { } threshold and not ClassTarget.UsualThreshold)
        {
            string probability = Figures.Score(threshold);
            yield return new Sentence(
                $"A row is taken for {report.Positive ?? report.Classes[1]} where that has a probability above {probability}."
            );
        }
    }

    private static IEnumerable<Line> Lines(ClassReport report) =>
        report.PerClass.Select(result => new Line(result.Name, result.Scores, result.Support, result));

    /// <summary>The classes with their averages; of very many those with the most mistakes.</summary>
    private static IEnumerable<Part> Shown(ClassReport report)
    {
        ConfusionMatrix confusion = report.Confusion;
        ResultTable table = ByClass.Of(
            "",
            report.Classes.Count <= MostClasses
                ? Lines(report)
                : Lines(report).OrderByDescending(line => line.Result!.Mistakes).Take(FewClasses)
        );
        yield return table with
        {
            Totals =
            [
                ByClass.Row(new Line("macro average", confusion.MacroAverage, report.Rows, null)),
                ByClass.Row(new Line("weighted average", confusion.WeightedAverage, report.Rows, null)),
            ],
        };
        if (table.Rows.Count < report.Classes.Count)
        {
            yield return new Remark(
                $"The {table.Rows.Count} classes with the most mistakes; {Figures.Count(report.Classes.Count - table.Rows.Count)} others are not shown: --json has all."
            );
        }
    }

    private static Value Score(double score) => Value.Of(score, Figures.Score);

    /// <summary>A line of the table: a class, or an average of them, which has no result of its own.</summary>
    private sealed record Line(string Name, ClassScores Scores, int Support, ClassResult? Result);
}
