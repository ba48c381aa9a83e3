using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Puts simpler models beside a report.</summary>
internal static class Baselines
{
    internal const string Majority = "majority class";
    internal const string Mean = "training mean";
    internal const string Linear = "linear model";
    internal const string Large = "large model";
    internal const string Direct = "same network trained on the target itself";

    /// <summary>What one would say without any feature, and what to call that; null where the model does not know its training rows.</summary>
    internal static (string Name, Predictions Predictions)? Of(ModelTarget target, Predictions predictions) =>
        (target, predictions) switch
        {
            (ClassTarget { TrainingCounts: { } counts }, ClassPredictions classes) => (
                Majority,
                classes.Baseline(counts)
            ),
            (NumberTarget, NumberPredictions numbers) => (Mean, numbers.Baseline()),
            _ => null,
        };

    /// <summary>The report on a model's predictions, beside what its training rows alone would have said, where it knows that.</summary>
    internal static Report Report(ModelTarget target, Predictions predictions) =>
        Of(target, predictions) is (var name, var baseline)
            ? With(predictions.Report(), name, predictions, baseline)
            : predictions.Report();

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
