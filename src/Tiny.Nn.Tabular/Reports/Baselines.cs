using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Puts simpler models beside a report.</summary>
internal static class Baselines
{
    internal const string Majority = "majority class";
    internal const string Mean = "training mean";
    internal const string Linear = "linear model";

    /// <summary>The report on a model's predictions, beside what its training rows alone would have said, where it knows that.</summary>
    internal static Report Report(ModelTarget target, Predictions predictions)
    {
        Report report = predictions.Report();
        return (target, predictions) switch
        {
            (ClassTarget { TrainingCounts: { } counts }, ClassPredictions classes) => With(
                report,
                Majority,
                classes,
                classes.Baseline(counts)
            ),
            (NumberTarget, NumberPredictions numbers) => With(report, Mean, numbers, numbers.Baseline()),
            _ => report,
        };
    }

    /// <summary>The report with one more baseline.</summary>
    internal static Report With(Report report, string name, Predictions model, Predictions baseline) =>
        report with
        {
            Baselines =
            [
                .. report.Baselines,
                new BaselineResult(name, baseline.Report(), Comparison.Between(model, baseline)),
            ],
        };
}
