using System.Collections.Concurrent;
using Tiny.Nn.Tabular.Ranks;

namespace Tiny.Nn.Tabular.Tests.Ranks;

/// <summary>Works are dealt over ranks: each is done once, and all ranks know of all of it.</summary>
[TestFixture]
public sealed class DealingTests
{
    private const int Works = 23;

    [TestCase(1, 1)]
    [TestCase(1, 3)]
    [TestCase(2, 1)]
    [TestCase(3, 2)]
    [TestCase(4, 5)]
    public void Each_work_is_done_once_and_told_to_every_rank(int count, int threads)
    {
        ConcurrentBag<int> done = [];
        string[][] known = ThreadRanks.Run(
            count,
            ranks =>
            {
                ConcurrentBag<string> own = [];
                Dealing? dealing = null;
                dealing = new Dealing(ranks, threads)
                {
                    Work = (place, _) =>
                    {
                        done.Add(place);
                        own.Add($"{place}");
                        dealing!.Tell($"{place}", [(byte)place]);
                        return true;
                    },
                    Heard = (name, bytes) => own.Add(name == $"{bytes[0]}" ? name : "another name"),
                };
                Assert.That(dealing.Run(Works, default, default), Is.EqualTo(DealtEnd.All));
                return own.ToArray();
            }
        );
        Assert.That(done.Order(), Is.EqualTo(Enumerable.Range(0, Works)));
        foreach (string[] own in known)
        {
            Assert.That(own, Is.EquivalentTo(Enumerable.Range(0, Works).Select(place => $"{place}")));
        }
    }

    [Test]
    public void Whoever_is_free_gets_the_next_one()
    {
        using ManualResetEventSlim others = new();
        int left = Works - 1;
        int[] done = ThreadRanks.Run(
            2,
            ranks =>
            {
                int own = 0;
                Dealing dealing = new(ranks, 1)
                {
                    Work = (place, cancelled) =>
                    {
                        own++;
                        if (place == 0)
                        {
                            others.Wait(cancelled);
                        }
                        else if (Interlocked.Decrement(ref left) == 0)
                        {
                            others.Set();
                        }
                        return true;
                    },
                };
                dealing.Run(Works, default, default);
                return own;
            }
        );
        Assert.That(done, Is.EqualTo([1, Works - 1]), "the first rank is at its first work until all others are done");
    }

    [TestCase(0)]
    [TestCase(1)]
    public void A_failure_is_thrown_on_every_rank_and_of_several_the_first_in_order(int threads)
    {
        string[] thrown = ThreadRanks.Run(
            3,
            ranks =>
            {
                Dealing dealing = new(ranks, threads + 1)
                {
                    Work = (place, _) => place is 5 or 6 ? throw new InvalidOperationException($"{place}") : true,
                };
                return Assert.Throws<InvalidOperationException>(() => dealing.Run(Works, default, default))!.Message;
            }
        );
        Assert.That(thrown, Is.EqualTo(["5", "5", "5"]));
    }

    [Test]
    public void The_first_rank_says_when_it_is_enough_and_works_under_way_are_finished()
    {
        using CancellationTokenSource enough = new();
        using CancellationTokenSource ignored = new();
        ignored.Cancel();
        (DealtEnd End, int Begun, int Done)[] ended = ThreadRanks.Run(
            2,
            ranks =>
            {
                int begun = 0;
                int done = 0;
                Dealing dealing = new(ranks, 1)
                {
                    Work = (place, cancelled) =>
                    {
                        begun++;
                        enough.Cancel();
                        done += cancelled.IsCancellationRequested ? 0 : 1;
                        return true;
                    },
                };
                CancellationToken own = ranks.Number == 0 ? enough.Token : ignored.Token;
                return (dealing.Run(Works, own, ranks.Number == 0 ? default : ignored.Token), begun, done);
            }
        );
        Assert.That(ended.Select(one => one.End), Has.All.EqualTo(DealtEnd.Enough));
        Assert.That(ended.Sum(one => one.Begun), Is.LessThan(Works));
        Assert.That(ended.Sum(one => one.Done), Is.EqualTo(ended.Sum(one => one.Begun)));
    }

    [Test]
    public void A_cancelled_first_rank_cancels_the_works_of_all()
    {
        using CancellationTokenSource cancelled = new();
        DealtEnd[] ended = ThreadRanks.Run(
            3,
            ranks =>
            {
                Dealing dealing = new(ranks, 2)
                {
                    Work = (place, cancellation) =>
                    {
                        cancelled.Cancel();
                        cancellation.WaitHandle.WaitOne();
                        return false;
                    },
                    DoneElsewhere = place => Assert.Fail($"{place} was not done"),
                };
                return dealing.Run(Works, default, ranks.Number == 0 ? cancelled.Token : default);
            }
        );
        Assert.That(ended, Has.All.EqualTo(DealtEnd.Cancelled));
    }
}
