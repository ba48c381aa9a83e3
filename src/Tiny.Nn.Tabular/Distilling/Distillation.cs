using System.Numerics;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>Trains a small network on the answers of a large model.</summary>
public static class Distillation
{
    /// <summary>
    /// The small network learns what the large model says of the rows of a table, probabilities of all classes or numbers, and of rows that are made up between them. The epoch is
    /// chosen by held-out rows against the large model's answers, and other rows, held out too, judge both.
    /// </summary>
    /// <remarks>The same model, table and options give the same bits. The target column serves reports alone: the table needs none.</remarks>
    /// <param name="large">The model to be imitated.</param>
    /// <param name="table">Rows as the large model is asked for, 10 at least: <c>CsvTable.Read(path, large.Schema, large.Target.Name)</c>.</param>
    /// <param name="options">How; null for one layer of 16 units.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">Ends the making of rows, or training after the step under way; the small model is then the best so far.</param>
    /// <exception cref="DataException">
    /// The features are not the model's, the target holds what the model cannot predict, there are too few rows, or the large model has no answer to one of them.
    /// </exception>
    /// <exception cref="ModelFormatException">The large model is a single network with no more parameters than the small one.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over: there is no model yet.</exception>
    public static Distilled<T> Distill<T>(
        this Model<T> large,
        Table table,
        DistillationOptions? options = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(large);
        ArgumentNullException.ThrowIfNull(table);
        return Run(new DistillationPlan<T>(large, table, options ?? new DistillationOptions()), progress, cancellation);
    }

    /// <summary>The same by a plan.</summary>
    internal static Distilled<T> Run<T>(
        DistillationPlan<T> plan,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        // A target that the large model cannot predict is found before anything is trained.
        Predictions? large = plan.Judge(plan.Large);
        (Model<T> small, History history) = plan.Train(progress, cancellation);
        if (large is null)
        {
            return new Distilled<T>(plan, small, history);
        }
        Predictions own = plan.Judge(small)!;
        Report report = Baselines.With(own.Report(), Baselines.Large, own, large);
        Model<T>? direct = plan.TrainDirectly(cancellation);
        return new Distilled<T>(plan, small, history)
        {
            Report = direct is null ? report : Baselines.With(report, Baselines.Direct, own, plan.Judge(direct)!),
        };
    }
}
