using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// Trains the networks of a bag in lock-step, epoch by epoch, and leaves all of them as they were after one common epoch: that with the
/// lowest loss summed over the validation samples of all folds. A fold alone has too few of them to choose an epoch by.
/// </summary>
/// <remarks>
/// The networks share nothing but the samples, so the bits are the same for any number of threads, and of ranks, over which they are dealt: after each step all ranks tell what their
/// networks came to, and add it up in the same order.
/// </remarks>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class BagTraining<T> : IUnderWay<EpochReport>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly IReadOnlyList<BagMember<T>> members;
    private readonly int epochs;
    private readonly IStoppingRule? rule;
    private readonly IRanks ranks;
    private readonly ICheckpoint? checkpoint;
    private readonly ParallelOptions options;
    private readonly double weight;
    private readonly History history = new();
    private readonly EpochResults results;
    private CancellationToken cancelled;
    private Action? cancel;

    /// <param name="members">The networks, as they start.</param>
    /// <param name="epochs">How many epochs to train at most.</param>
    /// <param name="rule">Decides after every epoch whether to stop early; null for no such rule.</param>
    /// <param name="ranks">Over which ranks the networks are dealt, and how many each trains at the same time.</param>
    /// <param name="checkpoint">Where the state is kept; null for nowhere.</param>
    internal BagTraining(
        IReadOnlyList<BagMember<T>> members,
        int epochs,
        IStoppingRule? rule,
        IRanks ranks,
        ICheckpoint? checkpoint = null
    )
    {
        this.members = members;
        this.epochs = epochs;
        this.rule = rule;
        this.ranks = ranks;
        this.checkpoint = checkpoint;
        options = new ParallelOptions { MaxDegreeOfParallelism = ranks.Threads };
        weight = members.Sum(member => member.Weight);
        results = new EpochResults(ranks, members.Count);
    }

    public bool IsOver => history.EpochCount >= epochs || history.StopReason != StopReason.AllEpochs;

    /// <summary>Trains.</summary>
    /// <param name="progress">Is told of every epoch.</param>
    /// <param name="cancellation">Ends training after the step under way; what is left is the best epoch so far.</param>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers before any epoch was over.</exception>
    internal History Run(IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        cancelled = cancellation;
        ICheckpoint? common = checkpoint is null ? null : new AgreedCheckpoint(checkpoint, results);
        using CancellationTokenSource agreed = new();
        cancel = agreed.Cancel;
        common.Run(this, progress, agreed.Token);
        if (ranks.Count > 1)
        {
            MemberStates.Exchange(ranks, members, (member, writer) => member.SaveBest(writer), RestoreBest);
        }
        Do(member => member.PutBack());
        history.Kept = history.Best;
        return history;
    }

    /// <summary>All networks go on to the end of their epoch, or to the moment at which the state is to be kept.</summary>
    public EpochReport? Step()
    {
        Parallel.ForEach(
            results.Own,
            options,
            place =>
            {
                try
                {
                    if (!results.IsOver(place) && members[place].RunEpoch(IsPaused) is { } loss)
                    {
                        results.Add(place, loss, members[place].Validate());
                    }
                }
                catch (TrainingDivergedException fault)
                {
                    results.Add(place, fault);
                }
            }
        );
        results.Exchange(cancelled.IsCancellationRequested, checkpoint?.IsDue == true);
        if (results.IsCancelled)
        {
            cancel?.Invoke();
        }
        if (results.Fault is { } diverged)
        {
            history.StopReason = history.Best is null ? throw diverged : StopReason.Diverged;
            return null;
        }
        return results.AreAllOver ? EndEpoch() : null;
    }

    public void Cancel() => history.StopReason = StopReason.Cancelled;

    public void Save(BinaryWriter writer)
    {
        history.Save(writer);
        MemberStates.Save(ranks, members, (member, own) => member.SaveBest(own), writer);
        if (!IsOver)
        {
            results.Save(writer);
            MemberStates.Save(ranks, members, (member, own) => member.Save(own), writer);
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
            results.Restore(reader);
            foreach (BagMember<T> member in members)
            {
                member.Restore(reader);
            }
        }
    }

    private static void RestoreBest(BagMember<T> member, BinaryReader reader) => member.RestoreBest(reader);

    /// <summary>The clock and the signals of the first rank count, and it tells the others after the step.</summary>
    private bool IsPaused() => ranks.Number == 0 && (cancelled.IsCancellationRequested || checkpoint?.IsDue == true);

    private EpochReport EndEpoch()
    {
        double? validation = weight > 0 ? results.Sum / weight : null;
        EpochReport report = new(history.EpochCount + 1, results.MeanLoss, validation);
        results.Clear();
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
