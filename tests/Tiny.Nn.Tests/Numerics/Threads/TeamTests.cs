using Tiny.Nn.Numerics.Threads;

namespace Tiny.Nn.Tests.Numerics.Threads;

public sealed class TeamTests
{
    [Test]
    public void Every_part_is_done_once([Values(2, 3, 5)] int size)
    {
        using Team team = new(size);
        Random random = new(size);
        int[] counts = new int[300];
        for (int piece = 0; piece < 3000; piece++)
        {
            int parts = 1 + random.Next(piece % 100 == 0 ? counts.Length : 9);
            Counting work = new(counts);
            team.Run(ref work, parts);
            Assert.That(counts.AsSpan(0, parts).IndexOfAnyExcept(1), Is.EqualTo(-1), $"piece {piece}");
            Assert.That(counts.AsSpan(parts).IndexOfAnyExcept(0), Is.EqualTo(-1), $"piece {piece}");
            Array.Clear(counts);
        }
    }

    [Test]
    public void Threads_that_slept_are_woken()
    {
        using Team team = new(3);
        int[] counts = new int[64];
        for (int piece = 0; piece < 30; piece++)
        {
            Thread.Sleep(piece % 5);
            Counting work = new(counts);
            team.Run(ref work, counts.Length);
        }
        Assert.That(counts, Is.All.EqualTo(30));
    }

    [Test]
    public void Memory_that_is_moved_meanwhile_is_found()
    {
        using Team team = new(3);
        for (int round = 0; round < 40; round++)
        {
            // Young arrays, which a collection moves.
            int[] numbers = new int[5000];
            int[] results = new int[5000];
            for (int i = 0; i < numbers.Length; i++)
            {
                numbers[i] = i + round;
            }
            Squaring work = new(numbers, results);
            team.Run(ref work, 50);
            for (int i = 0; i < numbers.Length; i++)
            {
                Assert.That(results[i], Is.EqualTo(numbers[i] * numbers[i]));
            }
        }
    }

    [Test]
    public void Inside_a_part_every_thread_is_alone()
    {
        using IDisposable allowed = StepThreads.Use(3);
        bool[] wasAlone = new bool[40];
        Asking work = new(wasAlone);
        StepThreads.Current!.Run(ref work, wasAlone.Length);
        Assert.That(wasAlone, Is.All.True);
        Assert.That(StepThreads.Current, Is.Not.Null, "and together again behind it");
    }

    [Test]
    public void Handing_out_allocates_nothing()
    {
        using Team team = new(2);
        int[] counts = new int[8];
        Counting work = new(counts);
        team.Run(ref work, 8);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            team.Run(ref work, 8);
        }
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    private readonly struct Counting(int[] counts) : ITeamWork
    {
        public void Do(int part) => Interlocked.Increment(ref counts[part]);
    }

    private readonly ref struct Squaring(ReadOnlySpan<int> numbers, Span<int> results) : ITeamWork
    {
        private readonly ReadOnlySpan<int> numbers = numbers;
        private readonly Span<int> results = results;

        public void Do(int part)
        {
            if (part % 10 == 3)
            {
                GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            }
            for (int i = part * 100; i < (part + 1) * 100; i++)
            {
                results[i] = numbers[i] * numbers[i];
            }
        }
    }

    private readonly struct Asking(bool[] wasAlone) : ITeamWork
    {
        public void Do(int part) => wasAlone[part] = StepThreads.Current is null;
    }
}
