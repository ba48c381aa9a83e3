using Tiny.Nn.Checkpoints;

namespace Tiny.Nn.Tests.Shared;

/// <summary>
/// A checkpoint in memory that ends each run after so many steps; the next run goes on from it. Part by part, as a file has them.
/// </summary>
internal sealed class InterruptedRuns : ICheckpoint
{
    private readonly Shared shared;
    private readonly string name;

    internal InterruptedRuns()
        : this(new Shared(), "") { }

    private InterruptedRuns(Shared shared, string name)
    {
        this.shared = shared;
        this.name = name;
    }

    /// <summary>How many runs there were.</summary>
    internal int Runs { get; private set; }

    /// <summary>What is kept, as it is now.</summary>
    internal IReadOnlyDictionary<string, byte[]> States
    {
        get
        {
            lock (shared.States)
            {
                return shared.States.ToDictionary();
            }
        }
    }

    /// <summary>Runs that are ended after the numbers of steps given, by turns, and one that goes on to the end.</summary>
    /// <param name="steps">After how many steps, at the earliest, each run is ended.</param>
    /// <param name="run">Does the whole, from a fresh start; it is told what cancels it.</param>
    /// <returns>What the last run came to.</returns>
    internal TResult Through<TResult>(IEnumerable<int> steps, Func<CancellationToken, TResult> run)
    {
        foreach (int count in steps)
        {
            using CancellationTokenSource cancelled = new();
            (shared.Left, shared.Cancelled) = (count, cancelled);
            Runs++;
            try
            {
                run(cancelled.Token);
            }
            catch (OperationCanceledException)
            {
                // Nothing was to be had yet.
            }
        }
        (shared.Left, shared.Cancelled) = (int.MaxValue, null);
        return run(CancellationToken.None);
    }

    /// <summary>Asked after every step: now and then the state is kept although nothing ends.</summary>
    public bool IsDue
    {
        get
        {
            int left = Interlocked.Decrement(ref shared.Left);
            if (left == 0)
            {
                shared.Cancelled?.Cancel();
            }
            return left % 17 == 0;
        }
    }

    public Stream? Open() => shared.States.TryGetValue(name, out byte[]? state) ? new MemoryStream(state) : null;

    public void Keep(Action<Stream> write)
    {
        using MemoryStream state = new();
        write(state);
        lock (shared.States)
        {
            shared.States[name] = state.ToArray();
        }
    }

    public ICheckpoint Part(string part) => new InterruptedRuns(shared, $"{name}/{part}");

    private sealed class Shared
    {
        internal readonly Dictionary<string, byte[]> States = [];
        internal int Left;
        internal CancellationTokenSource? Cancelled;
    }
}
