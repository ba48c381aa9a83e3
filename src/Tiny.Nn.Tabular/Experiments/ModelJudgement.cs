using System.Numerics;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>Finds out how a trained model does on rows that had no part in making it.</summary>
public static class ModelJudgement
{
    /// <summary>Rows of a table in files of which twins are looked for at most: some seconds.</summary>
    private const int MostRowsInFiles = 1_000_000;

    /// <summary>
    /// Asks the model about the test rows, and compares it with simpler models: the majority class or the mean, and the linear model.
    /// </summary>
    /// <remarks>
    /// The linear model is that of <see cref="LinearRecipe.Linear"/>, trained on the same rows as they were encoded for this one; it takes time of its own.
    /// </remarks>
    /// <param name="trained">The trained model.</param>
    /// <param name="cancellation">Ends the training of the linear model; the report then says that there is none.</param>
    /// <returns>The report; without one where no test rows were set aside.</returns>
    /// <exception cref="DataException">A prediction is not finite, or another table for the test does not fit the model.</exception>
    public static Judged<T> Judge<T>(this Trained<T> trained, CancellationToken cancellation = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(trained);
        if (trained.Plan.Split.Test.IsEmpty)
        {
            return new Judged<T>(trained) { OutOfFold = OutOfFold(trained) };
        }
        return trained.JudgeBeside(plan => LinearModel.Train(plan, cancellation));
    }

    /// <summary>The same with another way to the linear model.</summary>
    internal static Judged<T> JudgeBeside<T>(this Trained<T> trained, Func<Plan<T>, Trained<T>> trainLinear)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TableMemory.Tidy(trained.Plan.Table);
        Predictions predictions = trained.Predict();
        Report report = Baselines.Report(trained.Model.Target, predictions);
        string? shortage = null;
        if (trained.Plan.Recipe.HasBags || !trained.Plan.Recipe.Hidden.IsEmpty)
        {
            report = WithLinear(report, trained.Plan, predictions, trainLinear, out shortage);
        }
        if (!IsLookedFor(trained.Plan))
        {
            report = report with
            {
                Notes =
                [
                    .. report.Notes,
                    "The table is too large to look for rows that it was both trained on and tested with.",
                ],
            };
        }
        return new Judged<T>(trained)
        {
            Test = report,
            TestPredictions = predictions,
            SharedRows = Shared(trained.Plan),
            Shortage = shortage,
        };
    }

    /// <summary>The model's answers to the test rows, at its own threshold.</summary>
    internal static Predictions Predict<T>(this Trained<T> trained)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Evaluation.Predict(trained.Model, trained.Plan.TestTable, trained.Plan.Split.Test.AsSpan());

    /// <summary>What rows say of a model whose networks learned from most of them.</summary>
    private static Report? OutOfFold<T>(Trained<T> trained)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (trained.OutOfFold is not { } predictions)
        {
            return null;
        }
        Report report = Baselines.Report(trained.Model.Target, predictions);
        return report with
        {
            Notes =
            [
                .. report.Notes,
                "No test rows were set aside: each row was judged by the networks that had not learned from it. All networks together usually do a little better.",
            ],
        };
    }

    private static Report WithLinear<T>(
        Report report,
        Plan<T> plan,
        Predictions predictions,
        Func<Plan<T>, Trained<T>> train,
        out string? lacked
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        lacked = null;
        if (TrainingMemory.LinearShortage(plan) is { } shortage)
        {
            return Without(report, shortage);
        }
        try
        {
            Trained<T> linear = train(plan);
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
            return Without(report, "its training diverged");
        }
        catch (DataException)
        {
            return Without(report, "it has no answer to some of the rows");
        }
        catch (OutOfMemoryException)
        {
            lacked = "the linear model";
            return Without(report, "there was not enough memory for it");
        }
    }

    private static Report Without(Report report, string reason) =>
        report with
        {
            Notes = [.. report.Notes, $"There is no linear model to compare with: {reason}."],
        };

    /// <summary>Where rows are in files, looking for twins asks for each row in turn, from all over them.</summary>
    private static bool IsLookedFor<T>(Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        plan.Table.Home is null || plan.Table.Rows <= MostRowsInFiles;

    private static SharedRows? Shared<T>(Plan<T> plan)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        IsLookedFor(plan) && plan.Table.FeatureNames.SequenceEqual(plan.TestTable.FeatureNames, StringComparer.Ordinal)
            ? SharedRows.Find(
                plan.Table,
                [.. plan.Split.Training, .. plan.Split.Validation],
                plan.TestTable,
                [.. plan.Split.Test]
            )
            : null;
}
