using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Numerics.Threads;

/// <summary>
/// Threads that do one piece of work after the other together with the thread that they belong to. The parts of a piece are claimed one by one from a counter, so
/// that a processor that is busy elsewhere delays its own part only. Between two pieces the threads look out for the next one for a moment, then sleep.
/// </summary>
/// <remarks>Handing out a piece costs about a microsecond where the threads are awake, and allocates nothing.</remarks>
internal sealed unsafe class Team : IDisposable
{
    /// <summary>How often a thread looks for work before it sleeps: less than a millisecond, more than there is between two pieces of a step.</summary>
    private const int Looks = 2000;
    private const int PauseBetweenLooks = 8;

    /// <summary>Bits of a claim that count parts; as many that say how many there are; the rest tells pieces apart.</summary>
    private const int CountBits = 20;
    private const long CountMask = (1 << CountBits) - 1;

    private readonly Thread[] helpers;
    private readonly SemaphoreSlim awakening = new(0);
    private delegate* <void*, int, void> invoke;
    private void* work;
    private long claims;
    private int done;
    private int sleeping;
    private volatile bool isOver;

    /// <summary>True while a piece of work is done; looked at by the thread only that the team belongs to.</summary>
    internal bool IsBusy { get; private set; }

    /// <param name="size">How many threads, the one that the team belongs to among them.</param>
    internal Team(int size)
    {
        helpers = new Thread[size - 1];
        for (int i = 0; i < helpers.Length; i++)
        {
            helpers[i] = new Thread(Help)
            {
                IsBackground = true,
                Name = string.Create(CultureInfo.InvariantCulture, $"step {i + 2}"),
            };
            helpers[i].Start();
        }
    }

    /// <summary>The most parts that a piece of work may have.</summary>
    internal static int MostParts => (int)(CountMask >> 1);

    /// <summary>How many threads there are, the one that the team belongs to among them.</summary>
    internal int Size => helpers.Length + 1;

    /// <summary>Does all parts of a piece of work; on return they are done.</summary>
    /// <param name="piece">The work, which stays where it is until then.</param>
    /// <param name="parts">How many parts, at most <see cref="MostParts"/>.</param>
    internal void Run<TWork>(scoped ref TWork piece, int parts)
        where TWork : struct, ITeamWork, allows ref struct
    {
        // The piece lies on the stack of this thread, which waits below. References in it are kept up to date there by the garbage collector, whoever reads them.
        IsBusy = true;
        work = Unsafe.AsPointer(ref piece);
        invoke = &Invoke<TWork>;
        done = 0;
        long next = (claims >> (2 * CountBits)) + 1;
        Interlocked.Exchange(ref claims, (next << (2 * CountBits)) | ((long)parts << CountBits));
        Wake(Math.Min(helpers.Length, parts - 1));
        while (TryDoOne())
        {
            // The next one.
        }
        SpinWait wait = default;
        while (Volatile.Read(ref done) < parts)
        {
            // Parts that others claimed are under way: it is not long, and the processor is given up for it.
            wait.SpinOnce(sleep1Threshold: -1);
        }
        IsBusy = false;
    }

    /// <summary>The threads end.</summary>
    public void Dispose()
    {
        isOver = true;
        awakening.Release(helpers.Length);
        foreach (Thread helper in helpers)
        {
            helper.Join();
        }
        awakening.Dispose();
    }

    private static void Invoke<TWork>(void* piece, int part)
        where TWork : struct, ITeamWork, allows ref struct => Unsafe.AsRef<TWork>(piece).Do(part);

    private void Help()
    {
        int looks = 0;
        while (!isOver)
        {
            if (HasWork)
            {
                looks = TryDoOne() ? 0 : looks;
            }
            else if (++looks < Looks)
            {
                Thread.SpinWait(PauseBetweenLooks);
            }
            else
            {
                Sleep();
                looks = 0;
            }
        }
    }

    private bool HasWork
    {
        get
        {
            long claim = Volatile.Read(ref claims);
            return (claim & CountMask) < ((claim >> CountBits) & CountMask);
        }
    }

    /// <summary>Claims a part and does it.</summary>
    /// <returns>False where none was left.</returns>
    private bool TryDoOne()
    {
        if (!HasWork)
        {
            return false;
        }

        // The claim tells itself how many parts there are: a thread that was late claims a part of the piece that is under way now, or none.
        long claim = Interlocked.Increment(ref claims) - 1;
        int part = (int)(claim & CountMask);
        if (part >= ((claim >> CountBits) & CountMask))
        {
            return false;
        }
        invoke(work, part);
        Interlocked.Increment(ref done);
        return true;
    }

    private void Wake(int wanted)
    {
        int asleep = Math.Min(wanted, Volatile.Read(ref sleeping));
        if (asleep > 0)
        {
            Interlocked.Add(ref sleeping, -asleep);
            awakening.Release(asleep);
        }
    }

    /// <summary>Whoever hands out work sees that one sleeps, or the sleeper sees the work: both write before they look.</summary>
    private void Sleep()
    {
        Interlocked.Increment(ref sleeping);
        if (HasWork || isOver)
        {
            // Counted among the sleepers it may be woken later for nothing, which does no harm.
            if (Interlocked.Decrement(ref sleeping) >= 0)
            {
                return;
            }
            Interlocked.Increment(ref sleeping);
        }
        awakening.Wait();
    }
}
