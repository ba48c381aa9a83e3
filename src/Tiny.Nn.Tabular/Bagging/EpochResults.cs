using System.Text;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>What the networks of a bag came to in the epoch under way, whichever rank trains them: every rank has all of it after an exchange.</summary>
/// <param name="ranks">The ranks, over which the networks are dealt in turn.</param>
/// <param name="count">How many networks there are.</param>
internal sealed class EpochResults(IRanks ranks, int count) : IResumable
{
    // Of each network: whether its epoch is over, the mean of its objectives, and the sum of its losses on the samples of its fold.
    private readonly bool[] isOver = new bool[count];
    private readonly double[] losses = new double[count];
    private readonly double[] sums = new double[count];
    private readonly TrainingDivergedException?[] faults = new TrainingDivergedException?[count];

    /// <summary>The places of the networks that this rank trains.</summary>
    internal IEnumerable<int> Own => OfRank(ranks.Number);

    /// <summary>True where the first rank was asked to end.</summary>
    internal bool IsCancelled { get; private set; }

    /// <summary>True where it is time to keep the state, by the clock of the first rank.</summary>
    internal bool IsDue { get; private set; }

    /// <summary>The first network's fault, in their order; null where no loss left the range of numbers.</summary>
    internal TrainingDivergedException? Fault => Array.Find(faults, fault => fault is not null);

    internal bool AreAllOver => Array.TrueForAll(isOver, over => over);

    /// <summary>The sum of all sums.</summary>
    internal double Sum => sums.Sum();

    /// <summary>The mean of the networks' losses.</summary>
    internal double MeanLoss => losses.Average();

    internal bool IsOver(int place) => isOver[place];

    internal void Add(int place, double loss, double sum) =>
        (losses[place], sums[place], isOver[place]) = (loss, sum, true);

    internal void Add(int place, TrainingDivergedException fault) => faults[place] = fault;

    /// <summary>The next epoch begins.</summary>
    internal void Clear() => Array.Clear(isOver);

    /// <summary>Tells the other ranks, and hears of theirs.</summary>
    /// <param name="isCancelled">Whether this one was asked to end.</param>
    /// <param name="isDue">Whether it is time here to keep the state.</param>
    internal void Exchange(bool isCancelled, bool isDue)
    {
        IReadOnlyList<byte[]> said = ranks.AllGather(Write(isCancelled, isDue));
        for (int rank = 0; rank < said.Count; rank++)
        {
            using BinaryReader reader = new(new MemoryStream(said[rank]), Encoding.UTF8);
            bool[] asked = [reader.ReadBoolean(), reader.ReadBoolean()];
            (IsCancelled, IsDue) = rank == 0 ? (asked[0], asked[1]) : (IsCancelled, IsDue);
            foreach (int place in OfRank(rank))
            {
                (isOver[place], losses[place], sums[place]) = (
                    reader.ReadBoolean(),
                    reader.ReadDouble(),
                    reader.ReadDouble()
                );
                bool isAtFault = reader.ReadBoolean();
                (double loss, long step) = (reader.ReadDouble(), reader.ReadInt64());
                faults[place] ??= isAtFault ? new TrainingDivergedException(loss, step, step - 1, null) : null;
            }
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.WriteAll<bool>(isOver);
        writer.WriteAll<double>(losses);
        writer.WriteAll<double>(sums);
    }

    public void Restore(BinaryReader reader)
    {
        reader.ReadAll<bool>(isOver);
        reader.ReadAll<double>(losses);
        reader.ReadAll<double>(sums);
    }

    private byte[] Write(bool isCancelled, bool isDue)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(isCancelled);
        writer.Write(isDue);
        foreach (int place in Own)
        {
            writer.Write(isOver[place]);
            writer.Write(losses[place]);
            writer.Write(sums[place]);
            writer.Write(faults[place] is not null);
            writer.Write(faults[place]?.Loss ?? 0);
            writer.Write(faults[place]?.Step ?? 0);
        }
        writer.Flush();
        return stream.ToArray();
    }

    private IEnumerable<int> OfRank(int rank)
    {
        for (int place = rank; place < count; place += ranks.Count)
        {
            yield return place;
        }
    }
}
