using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Networks;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>A path of penalties that is under way: a step is a penalty, from one optimum to the next.</summary>
/// <param name="network">What is trained.</param>
/// <param name="penalties">From strong to weak.</param>
/// <param name="epochs">How many steps of descents to make at most.</param>
/// <param name="validator">Judges each optimum.</param>
/// <param name="descend">Begins the descent under a penalty from where the network is.</param>
/// <param name="progress">Is told of every epoch, also of those that are not kept.</param>
internal sealed class PenaltySteps<T>(
    SequentialNetwork<T> network,
    IReadOnlyList<WeightPenalty> penalties,
    int epochs,
    Validator<T> validator,
    Func<WeightPenalty, NetworkDescent<T>> descend,
    IProgress<EpochReport>? progress
) : IUnderWay<EpochReport>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly BestParameters<T> best = new(network);
    private readonly History history = new();
    private double lowest = double.PositiveInfinity;

    // How many penalties were kept, and how many steps their descents took; of the one under way, where it was cancelled, the reports.
    private int kept;
    private int steps;
    private List<EpochReport> lost = [];

    /// <summary>True where the path is at its end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>The penalty that was chosen; null before there is one.</summary>
    internal WeightPenalty? Chosen => kept == 0 ? null : penalties[kept - 1];

    /// <summary>The next penalty, which ends the path where it does no better.</summary>
    /// <returns>Nothing: each epoch was told of.</returns>
    public EpochReport? Step()
    {
        NetworkDescent<T> descent = descend(penalties[kept]);
        List<EpochReport> reports = [];
        while (steps + reports.Count < epochs && descent.Step())
        {
            reports.Add(new EpochReport(steps + reports.Count + 1, descent.Value, null));
            progress?.Report(reports[^1]);
        }
        if (descent.StopReason == StopReason.Cancelled)
        {
            lost = reports;
            return null;
        }
        steps += reports.Count;
        EpochReport judged = validator.Judge(new EpochReport(Math.Max(1, steps), descent.Value, null));
        NetworkDescent<T>.RequireFinite(judged);
        if (!(judged.Monitored < lowest))
        {
            IsOver = true;
            return null;
        }
        lowest = judged.Monitored;
        best.Offer(lowest);
        kept++;
        Keep(reports, descent.StopReason);
        IsOver = kept == penalties.Count || steps == epochs;
        return null;
    }

    /// <summary>Before there is an optimum, the last step stays.</summary>
    public void Cancel() => Keep(kept == 0 ? lost : [], StopReason.Cancelled);

    /// <summary>Gives the network the optimum that was chosen.</summary>
    internal History End()
    {
        best.PutBack();
        history.Kept = history.Last;
        history.ChosenPenalty = Chosen;
        return history;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(IsOver);
        writer.Write(lowest);
        writer.Write(kept);
        writer.Write(steps);
        history.Save(writer);
        best.Save(writer);
    }

    /// <summary>The next descent begins at the optimum of the one before.</summary>
    public void Restore(BinaryReader reader)
    {
        IsOver = reader.ReadBoolean();
        lowest = reader.ReadDouble();
        kept = reader.ReadInt32();
        steps = reader.ReadInt32();
        history.Restore(reader);
        best.Restore(reader);
        best.PutBack();
    }

    private void Keep(List<EpochReport> reports, StopReason reason)
    {
        foreach (EpochReport report in reports)
        {
            history.Add(report);
        }
        history.StopReason = reason;
    }
}
