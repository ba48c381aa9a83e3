using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>A process on its own.</summary>
/// <param name="threads">How many threads it may have at work.</param>
internal sealed class OneRank(int threads) : IRanks
{
    /// <summary>One that has the machine to itself.</summary>
    internal static OneRank OfMachine { get; } = new(Environment.ProcessorCount);

    public int Number => 0;

    public int Count => 1;

    public int Threads { get; } = Within.Positive(threads);

    public IReadOnlyList<byte[]> AllGather(byte[] own) => [own];
}
