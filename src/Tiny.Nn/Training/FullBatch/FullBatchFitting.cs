using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>A training on all samples at once that is under way: each step is an epoch.</summary>
/// <param name="network">What is trained.</param>
/// <param name="descent">Makes the steps.</param>
/// <param name="validator">Judges each epoch; null for nobody.</param>
/// <param name="epochs">How many steps to make at most.</param>
/// <param name="rule">Decides after every step whether to stop early; null for no such rule.</param>
internal sealed class FullBatchFitting<T>(
    SequentialNetwork<T> network,
    NetworkDescent<T> descent,
    Validator<T>? validator,
    int epochs,
    IStoppingRule? rule
) : IUnderWay<EpochReport>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly BestParameters<T> best = new(network);

    internal History History { get; } = new();

    /// <summary>True where no step is left to make.</summary>
    public bool IsOver => History.EpochCount >= epochs || History.StopReason != StopReason.AllEpochs;

    /// <summary>A step, its validation and the question whether to stop.</summary>
    /// <returns>The report of the epoch; null where there was no step to be made, or it was cancelled and is lost.</returns>
    /// <exception cref="TrainingDivergedException">The validation loss is not finite.</exception>
    public EpochReport? Step()
    {
        if (!descent.Step())
        {
            History.StopReason = descent.StopReason == StopReason.Cancelled ? History.StopReason : descent.StopReason;
            return null;
        }
        EpochReport report = new(History.EpochCount + 1, descent.Value, null);
        report = validator?.Judge(report) ?? report;
        NetworkDescent<T>.RequireFinite(report);
        History.Add(report);
        best.Offer(report.Monitored);
        if (rule?.ShouldStop(History) == true)
        {
            History.StopReason = StopReason.StoppingRule;
        }
        return report;
    }

    /// <summary>No further step is made.</summary>
    public void Cancel() => History.StopReason = StopReason.Cancelled;

    /// <summary>Gives the network the parameters of its best epoch.</summary>
    internal void End()
    {
        best.PutBack();
        History.Kept = History.Best;
    }

    public void Save(BinaryWriter writer)
    {
        History.Save(writer);
        best.Save(writer);
        if (!IsOver)
        {
            descent.Save(writer);
        }
    }

    public void Restore(BinaryReader reader)
    {
        History.Restore(reader);
        best.Restore(reader);
        if (!IsOver)
        {
            descent.Restore(reader);
        }
    }
}
