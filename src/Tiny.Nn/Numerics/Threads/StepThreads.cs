namespace Tiny.Nn.Numerics.Threads;

/// <summary>
/// How many threads work together on what a training step, or a prediction, asks for on the current thread: products, passes over matrices, sums of rows, the
/// update of the parameters. One, unless more are allowed for a while.
/// </summary>
/// <remarks>
/// The bits are the same for any number: each number of a result is made by one thread, in the same order of additions. What is small stays on its thread, where
/// handing out work would cost more than the work. Nobody waits for a thread that does not get to run: whoever is free takes the next part.
/// The threads stay until the result of <see cref="Use"/> is disposed of; where nothing comes for a moment they sleep.
/// </remarks>
public static class StepThreads
{
    [ThreadStatic]
    private static Team? team;

    /// <summary>How many threads work together for the current thread, itself among them.</summary>
    public static int Count => team?.Size ?? 1;

    /// <summary>Those that work for the current thread; null where it is alone, or they are at work already.</summary>
    internal static Team? Current => team is { IsBusy: false } free ? free : null;

    /// <summary>Allows so many threads until the result is disposed of, on the thread that called.</summary>
    /// <param name="count">How many, the current one among them; at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1.</exception>
    public static IDisposable Use(int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        Scope scope = new(team, count > 1 ? new Team(count) : null);
        team = scope.Own;
        return scope;
    }

    /// <summary>Does all parts of a piece of work, by all threads that work for the current one.</summary>
    /// <param name="piece">The work.</param>
    /// <param name="parts">How many parts, at most <see cref="Team.MostParts"/>.</param>
    internal static void Run<TWork>(scoped ref TWork piece, int parts)
        where TWork : struct, ITeamWork, allows ref struct
    {
        if (parts > 1 && Current is { } free)
        {
            free.Run(ref piece, parts);
            return;
        }
        for (int part = 0; part < parts; part++)
        {
            piece.Do(part);
        }
    }

    private sealed class Scope(Team? before, Team? own) : IDisposable
    {
        internal Team? Own => own;

        public void Dispose()
        {
            team = before;
            own?.Dispose();
        }
    }
}
