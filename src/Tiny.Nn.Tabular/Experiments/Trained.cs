using System.Numerics;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>A trained model, and the plan that it was trained by. There is one only where at least one epoch was over, or none was asked for.</summary>
/// <typeparam name="T">float or double.</typeparam>
public sealed class Trained<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal Trained(Plan<T> plan, Model<T> model, History history)
    {
        Plan = plan;
        Model = model;
        History = history;
    }

    /// <summary>What it was trained by: rows, encoding, architecture.</summary>
    public Plan<T> Plan { get; }

    /// <summary>The model.</summary>
    public Model<T> Model { get; }

    /// <summary>How training went; its <see cref="History.StopReason"/> tells whether it was cancelled.</summary>
    public History History { get; }

    /// <summary>The same, with a model that remembers another history.</summary>
    /// <param name="provenance">How the model came to be.</param>
    public Trained<T> With(Provenance provenance) => new(Plan, Model.With(provenance), History);

    /// <summary>
    /// Asks the model about the test rows, and compares it with simpler models: the majority class or the mean, and the linear model.
    /// </summary>
    /// <remarks>
    /// The linear model is the same recipe without hidden layers, trained on the same rows as they were encoded for this one; it takes time of its own.
    /// </remarks>
    /// <param name="cancellation">Ends the training of the linear model; the report then says that there is none.</param>
    /// <returns>The report; without one where no test rows were set aside.</returns>
    /// <exception cref="DataException">A prediction is not finite, or another table for the test does not fit the model.</exception>
    public Judged<T> Judge(CancellationToken cancellation = default)
    {
        if (Plan.TestRows.Count == 0)
        {
            return new Judged<T>(this);
        }
        Predictions predictions = Predict();
        Report report = Baselines.Report(Model.Target, predictions);
        return new Judged<T>(this)
        {
            Test = Plan.Recipe.Hidden.IsEmpty ? report : WithLinear(report, predictions, cancellation),
            TestPredictions = predictions,
            SharedRows = Shared(),
        };
    }

    /// <summary>The model's answers to the test rows, at its own threshold.</summary>
    internal Predictions Predict() => Evaluation.Predict(Model, Plan.Tested, [.. Plan.TestRows]);

    private Report WithLinear(Report report, Predictions predictions, CancellationToken cancellation)
    {
        try
        {
            Trained<T> linear = Plan.WithoutHidden().Train(null, cancellation);
            return linear.History.StopReason == StopReason.Cancelled
                ? Without(report, "its training was cancelled")
                : Baselines.With(report, Baselines.Linear, predictions, linear.Predict());
        }
        catch (OperationCanceledException)
        {
            return Without(report, "its training was cancelled");
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

    private SharedRows? Shared() =>
        Plan.Table.FeatureNames.SequenceEqual(Plan.Tested.FeatureNames, StringComparer.Ordinal)
            ? SharedRows.Find(
                Plan.Table,
                [.. Plan.TrainingRows, .. Plan.ValidationRows],
                Plan.Tested,
                [.. Plan.TestRows]
            )
            : null;
}
