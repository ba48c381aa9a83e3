using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Puts simpler models beside a report.</summary>
internal static class Baselines
{
    internal const string Majority = "majority class";
    internal const string Mean = "training mean";

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

    /// <summary>The report with the linear model beside it: the same recipe without hidden layers, trained by <paramref name="fit"/>.</summary>
    /// <param name="report">The report.</param>
    /// <param name="model">What it is of.</param>
    /// <param name="fit">Trains the linear model on the rows that the model was trained on.</param>
    /// <param name="predict">Asks it about the rows of the report.</param>
    internal static Report WithLinear<T>(
        Report report,
        Predictions model,
        Func<Fitted<T>> fit,
        Func<Fitted<T>, Predictions> predict
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        try
        {
            Fitted<T> linear = fit();
            return linear.History.StopReason == StopReason.Cancelled
                ? Without(report, "its training was cancelled")
                : With(report, "linear model", model, predict(linear));
        }
        catch (TrainingDivergedException)
        {
            return Without(report, "its training diverged at this learning rate");
        }
        catch (DataException)
        {
            return Without(report, "it has no answer to some of the rows");
        }
    }

    private static Report Without(Report report, string reason) =>
        report with
        {
            Notes = [.. report.Notes, $"There is no linear model to compare with: {reason}."],
        };
}
