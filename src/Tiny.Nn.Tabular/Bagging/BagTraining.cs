using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// Trains the networks of a bag in lock-step, epoch by epoch, and leaves all of them as they were after one common epoch: that with the
/// lowest loss summed over the validation samples of all folds. A fold alone has too few of them to choose an epoch by.
/// </summary>
/// <remarks>The networks share nothing but the samples, so the bits are the same for any number of threads.</remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BagTraining<T> : IUnderWay<EpochReport>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<BagMember<T>> members;
    private readonly int epochs;
    private readonly IStoppingRule? rule;
    private readonly ICheckpoint? checkpoint;
    private readonly ParallelOptions options;
    private readonly double weight;
    private readonly History history = new();

    // Of each network in this epoch: whether it is over, the mean of its objectives, and the sum of its losses on the samples of its fold.
    private readonly bool[] isOver;
    private readonly double[] losses;
    private readonly double[] sums;
    private CancellationToken cancelled;

    /// <param name="members">The networks, as they start.</param>
    /// <param name="epochs">How many epochs to train at most.</param>
    /// <param name="rule">Decides after every epoch whether to stop early; null for no such rule.</param>
    /// <param name="threads">How many networks are trained at the same time.</param>
    /// <param name="checkpoint">Where the state is kept; null for nowhere.</param>
    internal BagTraining(
        IReadOnlyList<BagMember<T>> members,
        int epochs,
        IStoppingRule? rule,
        int threads,
        ICheckpoint? checkpoint = null
    )
    {
        this.members = members;
        this.epochs = epochs;
        this.rule = rule;
        this.checkpoint = checkpoint;
        options = new ParallelOptions { MaxDegreeOfParallelism = threads };
        weight = members.Sum(member => member.Weight);
        isOver = new bool[members.Count];
        losses = new double[members.Count];
        sums = new double[members.Count];
    }

    public bool IsOver => history.EpochCount >= epochs || history.StopReason != StopReason.AllEpochs;

    /// <summary>Trains.</summary>
    /// <param name="progress">Is told of every epoch.</param>
    /// <param name="cancellation">Ends training after the step under way; what is left is the best epoch so far.</param>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers before any epoch was over.</exception>
    internal History Run(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        cancelled = cancellation;
        checkpoint.Run(this, progress, cancellation);
        Do(member => member.PutBack());
        history.Kept = history.Best;
        return history;
    }

    /// <summary>All networks go on to the end of their epoch, or to the moment at which the state is to be kept.</summary>
    public EpochReport? Step()
    {
        TrainingDivergedException?[] faults = new TrainingDivergedException?[members.Count];
        Parallel.For(
            0,
            members.Count,
            options,
            i =>
            {
                try
                {
                    if (!isOver[i] && members[i].RunEpoch(IsPaused) is { } loss)
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
            history.StopReason = history.Best is null ? throw diverged : StopReason.Diverged;
            return null;
        }
        return Array.TrueForAll(isOver, over => over) ? EndEpoch() : null;
    }

    public void Cancel() => history.StopReason = StopReason.Cancelled;

    public void Save(BinaryWriter writer)
    {
        history.Save(writer);
        foreach (BagMember<T> member in members)
        {
            member.SaveBest(writer);
        }
        if (!IsOver)
        {
            writer.WriteAll<bool>(isOver);
            writer.WriteAll<double>(losses);
            writer.WriteAll<double>(sums);
            foreach (BagMember<T> member in members)
            {
                member.Save(writer);
            }
        }
    }

    public void Restore(BinaryReader reader)
    {
        history.Restore(reader);
        foreach (BagMember<T> member in members)
        {
            member.RestoreBest(reader);
        }
        if (!IsOver)
        {
            reader.ReadAll<bool>(isOver);
            reader.ReadAll<double>(losses);
            reader.ReadAll<double>(sums);
            foreach (BagMember<T> member in members)
            {
                member.Restore(reader);
            }
        }
    }

    private bool IsPaused() => cancelled.IsCancellationRequested || checkpoint?.IsDue == true;

    private EpochReport EndEpoch()
    {
        Array.Clear(isOver);
        double? validation = weight > 0 ? sums.Sum() / weight : null;
        EpochReport report = new(history.EpochCount + 1, losses.Average(), validation);
        history.Add(report);
        if (ReferenceEquals(history.Best, report))
        {
            Do(member => member.Keep());
        }
        if (rule?.ShouldStop(history) == true)
        {
            history.StopReason = StopReason.StoppingRule;
        }
        return report;
    }

    private void Do(Action<BagMember<T>> action) => Parallel.For(0, members.Count, options, i => action(members[i]));
}
