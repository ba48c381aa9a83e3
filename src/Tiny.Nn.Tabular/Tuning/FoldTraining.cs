using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>
/// Trains the network of a trial on all folds but one, which judges it. It has no part in the choice of the epoch: the lowest of many epochs is too good where the
/// same rows choose and judge, and the more so the wilder a training is.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class FoldTraining<T>(Plan<T> plan, SearchSpace space, IReadOnlyList<Split> folds)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Portion = 1024;

    /// <summary>What becomes of a fold; null where it was cancelled on the way.</summary>
    internal FoldOutcome? Train(Trial trial, int fold, CancellationToken cancellation)
    {
        try
        {
            Plan<T> own = plan.Anew(space.RecipeOf(trial), folds[fold]);
            Trained<T> trained = own.Train(null, cancellation);
            if (trained.History.StopReason == StopReason.Cancelled)
            {
                return null;
            }
            double loss = LossOf(own, trained.Model.Bags[0].Networks[0]);
            return double.IsFinite(loss) ? new(loss, null) : new(loss, $"Its loss is not finite in fold {fold + 1}.");
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        catch (TrainingDivergedException)
        {
            return new(double.NaN, $"Its training diverged in fold {fold + 1}.");
        }
        catch (DataException fault)
        {
            return new(double.NaN, fault.What);
        }
    }

    /// <summary>The loss of the rows that judge, without smoothing: that is a way to train, and trials with and without it are compared.</summary>
    private static double LossOf(Plan<T> own, SequentialNetwork<T> network)
    {
        LearningTask task = RecipeTask.Choose(own.Table, own.Recipe with { LabelSmoothing = 0 });
        Dataset<T> samples = own.Judging();
        Objective<T> objective = Objective.Create(network, task.Loss);
        Workspace<T> workspace = objective.Network.CreateWorkspace(Math.Clamp(samples.Count, 1, Portion));
        return objective.Evaluate(samples, samples.Room(workspace.Capacity), workspace, null);
    }
}
