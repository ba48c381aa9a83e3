using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Tests.Ranks;

/// <summary>Ranks that are threads of this process, and give each other bytes at a barrier.</summary>
internal sealed class ThreadRanks : IRanks
{
    private readonly byte[][] given;
    private readonly Barrier barrier;

    private ThreadRanks(int number, byte[][] given, Barrier barrier)
    {
        Number = number;
        this.given = given;
        this.barrier = barrier;
    }

    public int Number { get; }

    public int Count => given.Length;

    public int Threads => 2;

    /// <summary>How often bytes were gathered.</summary>
    internal int Gathered { get; private set; }

    public IReadOnlyList<byte[]> AllGather(byte[] own)
    {
        Gathered++;
        given[Number] = own;
        barrier.SignalAndWait();
        byte[][] all = [.. given];
        barrier.SignalAndWait();
        return all;
    }

    /// <summary>Does the same on each of so many ranks. A rank that fails leaves the others alone, as a process that dies would.</summary>
    /// <returns>What each came to.</returns>
    internal static TResult[] Run<TResult>(int count, Func<ThreadRanks, TResult> run)
    {
        byte[][] given = new byte[count][];
        using Barrier barrier = new(count);
        ThreadRanks[] ranks = [.. Enumerable.Range(0, count).Select(number => new ThreadRanks(number, given, barrier))];
        TResult RunOne(ThreadRanks rank)
        {
            try
            {
                return run(rank);
            }
            catch
            {
                barrier.RemoveParticipant();
                throw;
            }
        }
        Task<TResult>[] tasks =
        [
            .. ranks.Select(rank =>
                Task.Factory.StartNew(
                    () => RunOne(rank),
                    CancellationToken.None,
                    TaskCreationOptions.LongRunning,
                    TaskScheduler.Default
                )
            ),
        ];
        return Task.WhenAll(tasks).GetAwaiter().GetResult();
    }
}
