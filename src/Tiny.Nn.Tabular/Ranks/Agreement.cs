using System.Security.Cryptography;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>What all ranks have to have in common.</summary>
internal static class Agreement
{
    /// <summary>What the first rank gives; nobody else gives anything.</summary>
    internal static byte[] OfFirst(this IRanks ranks, byte[] own) => ranks.AllGather(ranks.Number == 0 ? own : [])[0];

    /// <summary>Whether the first rank says so: clocks and signals are its own, and all follow it.</summary>
    internal static bool FirstSays(this IRanks ranks, bool own) => ranks.OfFirst([own ? (byte)1 : (byte)0])[0] != 0;

    /// <summary>Makes sure that all ranks have the same bytes.</summary>
    /// <param name="ranks">The ranks.</param>
    /// <param name="what">What the bytes are, without an article.</param>
    /// <param name="hash">Is given what they are.</param>
    /// <exception cref="DisagreementException">Some rank has others: it is thrown on every rank.</exception>
    internal static void Require(this IRanks ranks, string what, Action<IncrementalHash> hash)
    {
        if (ranks.Count == 1)
        {
            return;
        }
        using IncrementalHash own = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash(own);
        IReadOnlyList<byte[]> all = ranks.AllGather(own.GetHashAndReset());
        for (int rank = 1; rank < all.Count; rank++)
        {
            if (!all[rank].AsSpan().SequenceEqual(all[0]))
            {
                throw new DisagreementException(rank, what);
            }
        }
    }
}
