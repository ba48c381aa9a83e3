using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>What a report of classes has beside its measures: calibration, threshold, class by class, what was taken for what.</summary>
internal static class ClassDescription
{
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
        ResultTable classes = Classes(report);
        CountMatrix confusion = Confusion(report);
        return new Result(
            [
                new("rows", Value.Of(report.Rows)),
                new("accuracy", Value.Of(report.Accuracy)),
                new("majority_accuracy", Value.Of(report.MajorityAccuracy)),
                new("log_loss", Value.Of(report.LogLoss)),
                new("threshold", Value.Of(report.Threshold)),
                new("classes", classes.List),
                new("confusion", Value.List(confusion.Counts.Select(row => Value.List(row.Select(n => Value.Of(n)))))),
                new(
                    "calibration",
                    Field.Group(
                        new("expected_error", Value.Of(report.Calibration.ExpectedError)),
                        new("maximum_error", Value.Of(report.Calibration.MaximumError)),
                        new("bins", Bins.Of("", report.Calibration.Bins).List)
                    )
                ),
                new("positive", Value.Of(report.Ranking?.Positive)),
            ],
            [
                new Section(
                    "Classes",
                    [
                        new Sentence(Calibration(report)),
                        .. Threshold(report),
                        classes,
                        confusion,
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
                $"A row is taken for {report.Classes[1]} where that has a probability above {probability}."
            );
        }
    }

    private static ResultTable Classes(ClassReport report)
    {
        ConfusionMatrix confusion = report.Confusion;
        ResultTable table = ByClass.Of(
            "",
            report.PerClass.Select(result => new Line(result.Name, result.Scores, result.Support, result))
        );
        return table with
        {
            Totals =
            [
                ByClass.Row(new Line("macro average", confusion.MacroAverage, report.Rows, null)),
                ByClass.Row(new Line("weighted average", confusion.WeightedAverage, report.Rows, null)),
            ],
        };
    }

    private static CountMatrix Confusion(ClassReport report)
    {
        int[] all = [.. Enumerable.Range(0, report.Classes.Count)];
        return new CountMatrix(
            "Confusion matrix",
            report.Classes,
            [.. all.Select(actual => all.Select(predicted => report.Confusion[actual, predicted]).ToArray())]
        )
        {
            Rows = "actual",
            Columns = "predicted",
            Description = "Rows of each actual class by predicted class",
        };
    }

    private static Value Score(double score) => Value.Of(score, Figures.Score);

    /// <summary>A line of the table: a class, or an average of them, which has no result of its own.</summary>
    private sealed record Line(string Name, ClassScores Scores, int Support, ClassResult? Result);
}
