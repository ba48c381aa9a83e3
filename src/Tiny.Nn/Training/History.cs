using System.Globalization;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Training;

/// <summary>The history of a training, epoch by epoch.</summary>
public sealed class History
{
    private Thinned<EpochReport> epochs = new();

    /// <summary>A history without an epoch.</summary>
    /// <param name="criterion">What tells good epochs from bad ones.</param>
    public History(EpochCriterion criterion = EpochCriterion.Loss)
    {
        Criterion = criterion;
    }

    /// <summary>What tells good epochs from bad ones.</summary>
    public EpochCriterion Criterion { get; }

    /// <summary>
    /// One report per finished epoch. Of more than 8,192 it is some: every second, fourth, … one, from the first on, the best and the last; so a training of any
    /// length has a history that fits into memory and into a model file.
    /// </summary>
    public IReadOnlyList<EpochReport> Epochs => epochs.IsWhole || Best is null ? epochs.Items : WithBest(Best);

    /// <summary>How many epochs were finished.</summary>
    public int EpochCount => epochs.Count;

    /// <summary>How many epochs were finished since the last one that was better than all before it.</summary>
    public int EpochsWithoutImprovement { get; private set; }

    /// <summary>The best epoch by the <see cref="Criterion"/>; null where no epoch's loss was a number.</summary>
    public EpochReport? Best { get; private set; }

    /// <summary>
    /// The epoch whose parameters the network was left with: the best one where there were validation samples or a stopping rule,
    /// else the last one; null where none was finished. (Cancelled inside an epoch, without a best one to go back to, the
    /// parameters are a few steps past it.)
    /// </summary>
    public EpochReport? Kept { get; internal set; }

    /// <summary>Why training ended.</summary>
    public StopReason StopReason { get; internal set; }

    /// <summary>The penalty that validation samples chose; null where there was no choice.</summary>
    public WeightPenalty? ChosenPenalty { get; internal set; }

    /// <summary>How many epochs there were, which was kept, and what ended training; in the invariant culture.</summary>
    public override string ToString()
    {
        string kept = Kept is null
            ? "none kept"
            : string.Create(
                CultureInfo.InvariantCulture,
                $"epoch {Kept.Epoch} kept with a loss of {Kept.Monitored:0.######}"
            );
        return $"{EpochCount} epochs, {kept}, ended by {StopReason}";
    }

    /// <summary>The last epoch; null where none was finished.</summary>
    internal EpochReport? Last => epochs.Last;

    internal void Add(EpochReport report)
    {
        epochs.Add(report);
        bool improved = IsImproved(report);
        EpochsWithoutImprovement = improved ? 0 : EpochsWithoutImprovement + 1;

        // Infinity is no improvement, and still the best where there is nothing else.
        Best = improved || (Best is null && !double.IsNaN(report.Monitored)) ? report : Best;
    }

    internal void Save(BinaryWriter writer)
    {
        writer.Write((int)StopReason);
        writer.Write(EpochsWithoutImprovement);
        EpochReport.Save(Best, writer);
        EpochReport.Save(Last, writer);
        writer.Write(epochs.Count);
        writer.Write(epochs.Stride);
        writer.Write(epochs.Kept.Count);
        foreach (EpochReport report in epochs.Kept)
        {
            EpochReport.Save(report, writer);
        }
    }

    internal void Restore(BinaryReader reader)
    {
        StopReason = (StopReason)reader.ReadInt32();
        EpochsWithoutImprovement = reader.ReadInt32();
        Best = EpochReport.Read(reader);
        EpochReport? last = EpochReport.Read(reader);
        (int count, int stride, int kept) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        EpochReport[] reports = [.. Enumerable.Range(0, kept).Select(_ => EpochReport.Read(reader)!)];
        epochs = new Thinned<EpochReport>(reports, stride, count, last);
    }

    private bool IsImproved(EpochReport report) =>
        Criterion == EpochCriterion.Error && report.ValidationAccuracy is { } accuracy
            ? accuracy >= (Best?.ValidationAccuracy ?? 0)
            : report.Monitored < (Best?.Monitored ?? double.PositiveInfinity);

    private List<EpochReport> WithBest(EpochReport best)
    {
        List<EpochReport> all = [.. epochs.Items];
        int place = all.FindIndex(epoch => epoch.Epoch >= best.Epoch);
        if (place >= 0 && all[place].Epoch != best.Epoch)
        {
            all.Insert(place, best);
        }
        return all;
    }
}

/// <summary>What tells good epochs from bad ones.</summary>
public enum EpochCriterion
{
    /// <summary>The monitored loss; of equal epochs the first is the best.</summary>
    Loss,

    /// <summary>
    /// The share of validation samples whose class was not recognised; of equal epochs, of which few samples make many, the last is the best. Where no such
    /// share was measured, as of numbers, the monitored loss.
    /// </summary>
    Error,
}

/// <summary>Why training ended.</summary>
public enum StopReason
{
    /// <summary>The maximum number of epochs was reached.</summary>
    AllEpochs,

    /// <summary>The stopping rule ended it early.</summary>
    StoppingRule,

    /// <summary>It was cancelled.</summary>
    Cancelled,

    /// <summary>The loss left the range of numbers, after a best epoch that was kept.</summary>
    Diverged,

    /// <summary>Of full-batch training: no derivative is larger than the tolerance, so it is a minimum.</summary>
    Minimum,

    /// <summary>Of full-batch training: the objective does not fall any further, as far as numbers can tell.</summary>
    NoDecrease,
}

/// <summary>One epoch. Beside the losses it has one score that people can read, where one suits the loss.</summary>
/// <param name="Epoch">Its number, from 1 on.</param>
/// <param name="TrainingLoss">
/// Mean of the steps' objectives, penalty included, while the parameters moved on; of full-batch training the objective at its end.
/// </param>
/// <param name="ValidationLoss">Mean loss of the validation samples at its end; null where there are none.</param>
public sealed record EpochReport(int Epoch, double TrainingLoss, double? ValidationLoss)
{
    /// <summary>
    /// Of classes: the share of validation samples that were recognised, from 0 to 1: whose most probable class is that of the
    /// target, or, of one output, whose probability lies on the target's side of ½. Each counts once, whatever its weight.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside 0 to 1.</exception>
    public double? ValidationAccuracy
    {
        get;
        init =>
            field = value is null or (>= 0 and <= 1)
                ? value
                : throw new ArgumentOutOfRangeException(nameof(value), value, "An accuracy lies from 0 to 1.");
    }

    /// <summary>
    /// Of numbers: 1 − Σ(p − t)²/Σ(t − t̄)² of the validation samples, each counting once. 1 is perfect, 0 as good as always
    /// answering their mean; null also where their targets are all the same.
    /// </summary>
    public double? ValidationRSquared { get; init; }

    /// <summary>The learning rate of its last step, after the schedule; null where it was not recorded.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative or not finite.</exception>
    public double? LearningRate
    {
        get;
        init => field = value is { } rate ? Within.NotNegative(rate, nameof(LearningRate)) : null;
    }

    /// <summary>The loss that tells good epochs from bad ones: of the validation samples where there are any.</summary>
    public double Monitored => ValidationLoss ?? TrainingLoss;

    /// <summary>Its number, and what was measured, in the invariant culture.</summary>
    public override string ToString()
    {
        (string Name, double? Value)[] measured =
        [
            ("training loss", TrainingLoss),
            ("validation loss", ValidationLoss),
            ("accuracy", ValidationAccuracy),
            ("R²", ValidationRSquared),
            ("learning rate", LearningRate),
        ];
        IEnumerable<string> known = measured
            .Where(one => one.Value is not null)
            .Select(one => FormattableString.Invariant($"{one.Name} {one.Value:G4}"));
        return $"epoch {Epoch}: {string.Join(", ", known)}";
    }

    /// <summary>Writes one that there may be.</summary>
    internal static void Save(EpochReport? report, BinaryWriter writer)
    {
        writer.Write(report?.Epoch ?? 0);
        writer.Write(report?.TrainingLoss ?? 0);
        writer.WriteOptional(report?.ValidationLoss);
        writer.WriteOptional(report?.ValidationAccuracy);
        writer.WriteOptional(report?.ValidationRSquared);
        writer.WriteOptional(report?.LearningRate);
    }

    internal static EpochReport? Read(BinaryReader reader)
    {
        EpochReport report = new(reader.ReadInt32(), reader.ReadDouble(), reader.ReadOptional())
        {
            ValidationAccuracy = reader.ReadOptional(),
            ValidationRSquared = reader.ReadOptional(),
            LearningRate = reader.ReadOptional(),
        };
        return report.Epoch > 0 ? report : null;
    }

    /// <summary>The one with the lowest monitored loss, the first of equals; null where no loss is a number.</summary>
    internal static EpochReport? Best(IEnumerable<EpochReport> epochs) =>
        epochs.Where(epoch => !double.IsNaN(epoch.Monitored)).MinBy(epoch => epoch.Monitored);
}
