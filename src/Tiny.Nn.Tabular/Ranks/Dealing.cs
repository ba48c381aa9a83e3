using System.Runtime.ExceptionServices;

namespace Tiny.Nn.Tabular.Ranks;

/// <summary>
/// Deals works that share nothing over ranks, and over the threads of each, while they are done: they are begun in their order, and whoever is free gets the next one. Again
/// and again all ranks say what they have come to; from that each concludes by itself who gets what, so nobody is asked, and nobody can disagree.
/// </summary>
/// <param name="ranks">The ranks.</param>
/// <param name="threads">How many works this one has under way at a time.</param>
internal sealed class Dealing(IRanks ranks, int threads)
{
    /// <summary>How long a rank works on before it says something, where none of its works ends.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly object gate = new();
    private readonly List<KeyValuePair<string, byte[]>> told = [];
    private readonly List<(int Place, WorkEnd How)> ended = [];
    private readonly Dictionary<int, ExceptionDispatchInfo> failures = [];
    private readonly HashSet<int> failed = [];
    private int underWay;
    private int next;
    private int open;
    private DealtEnd end;

    /// <summary>Does the work of a place, on a thread of its own; false where it was cancelled on the way.</summary>
    internal required Func<int, CancellationToken, bool> Work { get; init; }

    /// <summary>Is told what a work of another rank says.</summary>
    internal Action<string, byte[]>? Heard { get; init; }

    /// <summary>Is told of a work that another rank has done, after all that it said.</summary>
    internal Action<int>? DoneElsewhere { get; init; }

    /// <summary>Lets the other ranks know something. Works say it, on their threads.</summary>
    internal void Tell(string name, byte[] bytes)
    {
        if (ranks.Count > 1)
        {
            lock (gate)
            {
                told.Add(new(name, bytes));
            }
        }
    }

    /// <summary>Does all works. Of several failures the first in order is thrown on every rank, whichever came first in time: all before it are still done.</summary>
    /// <param name="count">How many there are.</param>
    /// <param name="enough">From when on none is begun any more; that of the first rank counts.</param>
    /// <param name="cancellation">Ends those under way too; that of the first rank counts.</param>
    internal DealtEnd Run(int count, CancellationToken enough, CancellationToken cancellation)
    {
        using CancellationTokenSource agreed = new();
        do
        {
            DealtEnd asked =
                cancellation.IsCancellationRequested ? DealtEnd.Cancelled
                : enough.IsCancellationRequested ? DealtEnd.Enough
                : DealtEnd.All;
            DealtMessage[] said = [.. ranks.AllGather(Say(asked).Write()).Select(DealtMessage.Read)];
            Hear(said);
            end = said[0].Asked > end ? said[0].Asked : end;
            if (end == DealtEnd.Cancelled)
            {
                agreed.Cancel();
            }
            if (end == DealtEnd.All && failed.Count == 0)
            {
                Deal(count, [.. said.Select(message => message.Free)], agreed.Token);
            }
            Wait();
        } while (open > 0);
        if (failed.Count > 0)
        {
            Fail(failed.Min());
        }
        return end;
    }

    private DealtMessage Say(DealtEnd asked)
    {
        lock (gate)
        {
            DealtMessage message = new(asked, threads - underWay, [.. told], [.. ended]);
            told.Clear();
            ended.Clear();
            return message;
        }
    }

    private void Hear(DealtMessage[] said)
    {
        foreach ((int rank, DealtMessage message) in said.Index())
        {
            open -= message.Ended.Count;
            failed.UnionWith(message.Ended.Where(one => one.How == WorkEnd.Failed).Select(one => one.Place));
            if (rank == ranks.Number)
            {
                continue;
            }
            foreach ((string name, byte[] bytes) in message.Told)
            {
                Heard?.Invoke(name, bytes);
            }
            foreach ((int place, _) in message.Ended.Where(one => one.How == WorkEnd.Done))
            {
                DoneElsewhere?.Invoke(place);
            }
        }
    }

    /// <summary>One to each rank that has room, and again, until there is no room or no work.</summary>
    private void Deal(int count, int[] free, CancellationToken cancellation)
    {
        while (next < count && Array.Exists(free, room => room > 0))
        {
            for (int rank = 0; rank < free.Length && next < count; rank++)
            {
                if (free[rank] > 0)
                {
                    free[rank]--;
                    open++;
                    int place = next++;
                    if (rank == ranks.Number)
                    {
                        Begin(place, cancellation);
                    }
                }
            }
        }
    }

    private void Begin(int place, CancellationToken cancellation)
    {
        lock (gate)
        {
            underWay++;
        }
        Task.Run(() => End(place, Do(place, cancellation)), CancellationToken.None);
    }

    private WorkEnd Do(int place, CancellationToken cancellation)
    {
        try
        {
            return Work(place, cancellation) ? WorkEnd.Done : WorkEnd.Cancelled;
        }
        catch (Exception fault)
        {
            lock (gate)
            {
                failures.Add(place, ExceptionDispatchInfo.Capture(fault));
            }
            return WorkEnd.Failed;
        }
    }

    private void End(int place, WorkEnd how)
    {
        lock (gate)
        {
            underWay--;
            ended.Add((place, how));
            Monitor.PulseAll(gate);
        }
    }

    /// <summary>Until there is something to say.</summary>
    private void Wait()
    {
        lock (gate)
        {
            if (open > 0 && ended.Count == 0)
            {
                Monitor.Wait(gate, Pause);
            }
        }
    }

    /// <summary>Throws what a work failed with. What failed elsewhere is done here again, to the same failure: nothing depends on the rank.</summary>
    private void Fail(int place)
    {
        lock (gate)
        {
            if (failures.TryGetValue(place, out ExceptionDispatchInfo? failure))
            {
                failure.Throw();
            }
        }
        Work(place, CancellationToken.None);
    }
}
