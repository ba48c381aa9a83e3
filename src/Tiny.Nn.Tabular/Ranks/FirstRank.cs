using System.Text;
using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>A training that cannot be dealt: the first rank makes it while the others wait, and they go on from where it ended.</summary>
internal static class FirstRank
{
    /// <summary>Trains.</summary>
    /// <param name="ranks">The ranks. With one alone it is the training and nothing else.</param>
    /// <param name="kept">Where states are kept; null for nowhere.</param>
    /// <param name="train">Makes the training, or goes on with it from a checkpoint: of one that is over no step is left.</param>
    /// <param name="cancellation">Ends it; that of the first rank counts.</param>
    internal static TResult Train<TResult>(
        IRanks ranks,
        ICheckpoint? kept,
        Func<ICheckpoint?, CancellationToken, TResult> train,
        CancellationToken cancellation
    )
    {
        if (ranks.Count == 1)
        {
            return train(kept, cancellation);
        }
        ICheckpoint own = kept ?? new KeptStates();
        if (ranks.Number > 0)
        {
            return train(own, new CancellationToken(Take(ranks.OfFirst([]), own)));
        }
        Dictionary<string, byte[]> told = new(StringComparer.Ordinal);
        TResult result = train(new ToldCheckpoint(own, "", (name, state) => told[name] = state), cancellation);
        ranks.OfFirst(Write(told, cancellation.IsCancellationRequested));
        return result;
    }

    private static byte[] Write(Dictionary<string, byte[]> told, bool isCancelled)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(isCancelled);
        writer.WriteTold(told);
        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>Takes the states of the first rank.</summary>
    /// <returns>Whether it was cancelled.</returns>
    private static bool Take(byte[] message, ICheckpoint own)
    {
        using BinaryReader reader = new(new MemoryStream(message), Encoding.UTF8);
        bool isCancelled = reader.ReadBoolean();
        foreach ((string name, byte[] state) in reader.ReadTold())
        {
            ToldCheckpoint.Take(own, name, state);
        }
        return isCancelled;
    }
}
