namespace Tiny.Nn.Tabular.Ranks;

/// <summary>
/// Processes that make one run together, on one machine or on many. Each makes the whole run, from the same data and settings, and so knows at any moment what the
/// others do; only trainings are dealt, and what they come to is gathered.
/// </summary>
/// <remarks>An implementation passes bytes, and knows nothing of what they are.</remarks>
public interface IRanks
{
    /// <summary>Which of them this process is: from 0 on. The first one decides when the run is to end.</summary>
    int Number { get; }

    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>How many threads this one may have at work: its share of the processors of its machine.</summary>
    int Threads { get; }

    /// <summary>Gives bytes, and gets those of all. Every rank calls it as often as the others, one call after the other; nobody comes back before all have given.</summary>
    /// <param name="own">What this one gives, perhaps nothing.</param>
    /// <returns>What each rank gave, in their order.</returns>
    IReadOnlyList<byte[]> AllGather(byte[] own);
}
