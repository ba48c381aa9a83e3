using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>Trains the bags of a plan, one after the other.</summary>
internal static class EnsembleTraining
{
    /// <summary>Trains all bags; a bag that was cancelled before its first epoch was over, or that diverged in it, is left out.</summary>
    /// <param name="plan">A plan with bags.</param>
    /// <param name="progress">Is told of every epoch; those of a bag are counted on from the planned ones of the bags before it.</param>
    /// <param name="cancellation">Ends training after the step under way.</param>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    /// <exception cref="TrainingDivergedException">No bag came to an epoch, for the loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over.</exception>
    internal static IReadOnlyList<TrainedBag<T>> TrainBags<T>(
        Plan<T> plan,
        IProgress<EpochReport>? progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        plan.Require();
        List<TrainedBag<T>> trained = [];
        TrainingDivergedException? diverged = null;
        int epochs = 0;
        foreach ((int place, BagPlan bag) in plan.Bags.Index())
        {
            try
            {
                ICheckpoint? checkpoint = plan.Checkpoint?.Part($"bag {place + 1}");
                if (Train<T>(bag, plan.Ranks, checkpoint, new CountedOn(progress, epochs), cancellation) is { } one)
                {
                    trained.Add(one);
                }
            }
            catch (TrainingDivergedException fault)
            {
                diverged = fault;
            }
            epochs += bag.Bag.Recipe.Epochs;
            if (plan.Ranks.FirstSays(cancellation.IsCancellationRequested))
            {
                break;
            }
        }
        return trained.Count > 0 ? trained
            : diverged is not null ? throw diverged
            : throw new OperationCanceledException(
                "Training was cancelled before its first epoch was over: there is no model yet.",
                cancellation
            );
    }

    private static TrainedBag<T>? Train<T>(
        BagPlan plan,
        IRanks ranks,
        ICheckpoint? checkpoint,
        IProgress<EpochReport> progress,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        IReadOnlyList<BagMember<T>> members = plan.Build<T>();
        BagTraining<T> training = new(members, plan.Bag.Recipe.Epochs, plan.Bag.Recipe.StoppingRule, ranks, checkpoint);
        History history = training.Run(progress, cancellation);
        return history.EpochCount == 0 && history.StopReason == StopReason.Cancelled
            ? null
            : new TrainedBag<T>(plan, members, history);
    }

    /// <summary>Tells of epochs whose numbers go on from those before.</summary>
    private sealed class CountedOn(IProgress<EpochReport>? told, int before) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => told?.Report(value with { Epoch = before + value.Epoch });
    }
}
