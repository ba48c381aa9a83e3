using System.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// Trains the networks of a bag in lock-step, epoch by epoch, and leaves all of them as they were after one common epoch: that with the
/// lowest loss summed over the validation samples of all folds. A fold alone has too few of them to choose an epoch by.
/// </summary>
/// <remarks>The networks share nothing but the samples, so the bits are the same for any number of threads.</remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BagTraining<T>(IReadOnlyList<BagMember<T>> members, int epochs, IStoppingRule? rule, int threads)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly double[] losses = new double[members.Count];
    private readonly double[] sums = new double[members.Count];
    private readonly ParallelOptions options = new() { MaxDegreeOfParallelism = threads };

    /// <summary>Trains.</summary>
    /// <param name="progress">Is told of every epoch.</param>
    /// <param name="cancellation">Ends training after the step under way; what is left is the best epoch so far.</param>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers before any epoch was over.</exception>
    internal History Run(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        double weight = members.Sum(member => member.Weight);
        History history = new();
        while (history.EpochCount < epochs && history.StopReason == StopReason.AllEpochs)
        {
            if (RunEpoch(history, cancellation) is { } reason)
            {
                history.StopReason = reason;
                break;
            }
            double? validation = weight > 0 ? sums.Sum() / weight : null;
            EpochReport report = new(history.EpochCount + 1, losses.Average(), validation);
            history.Add(report);
            if (ReferenceEquals(history.Best, report))
            {
                Do(member => member.Keep());
            }
            progress?.Report(report);
            if (rule?.ShouldStop(history) == true)
            {
                history.StopReason = StopReason.StoppingRule;
            }
        }
        Do(member => member.Restore());
        history.Kept = history.Best;
        return history;
    }

    /// <summary>One epoch of all networks.</summary>
    /// <returns>Why it was not finished; null where it was.</returns>
    private StopReason? RunEpoch(History history, CancellationToken cancellation)
    {
        bool[] isOver = new bool[members.Count];
        TrainingDivergedException?[] faults = new TrainingDivergedException?[members.Count];
        Parallel.For(
            0,
            members.Count,
            options,
            i =>
            {
                try
                {
                    if (members[i].RunEpoch(cancellation) is { } loss)
                    {
                        (losses[i], sums[i], isOver[i]) = (loss, members[i].Validate(), true);
                    }
                }
                catch (TrainingDivergedException fault)
                {
                    faults[i] = fault;
                }
            }
        );
        if (Array.Find(faults, fault => fault is not null) is { } diverged)
        {
            return history.Best is null ? throw diverged : StopReason.Diverged;
        }
        return Array.TrueForAll(isOver, over => over) ? null : StopReason.Cancelled;
    }

    private void Do(Action<BagMember<T>> action) => Parallel.For(0, members.Count, options, i => action(members[i]));
}
