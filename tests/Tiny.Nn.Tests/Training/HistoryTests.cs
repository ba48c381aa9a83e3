using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>A history of any length: bounded, and what depends on all of it is as if all of it were there.</summary>
public sealed class HistoryTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(8191)]
    [TestCase(8192)]
    public void Of_ordinary_length_it_is_whole(int count)
    {
        History history = Create(Enumerable.Range(0, count).Select(i => 1.0 / (i + 1)));
        Assert.That(history.EpochCount, Is.EqualTo(count));
        Assert.That(history.Epochs.Select(epoch => epoch.Epoch), Is.EqualTo(Enumerable.Range(1, count)));
    }

    [TestCase(8193, 4098)]
    [TestCase(8194, 4098)]
    [TestCase(16_384, 8193)]
    [TestCase(16_385, 4098)]
    [TestCase(100_000, 6251)]
    [TestCase(3_000_000, 5861)]
    public void Beyond_it_has_evenly_chosen_epochs_and_the_last(int count, int kept)
    {
        History history = Create(Enumerable.Range(0, count).Select(i => 1.0 / (i + 1)));
        int[] numbers = [.. history.Epochs.Select(epoch => epoch.Epoch)];
        int[] gaps = [.. numbers.SkipLast(1).Zip(numbers.SkipLast(1).Skip(1), (one, next) => next - one).Distinct()];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(history.EpochCount, Is.EqualTo(count));
            Assert.That(numbers[0], Is.EqualTo(1));
            Assert.That(numbers[^1], Is.EqualTo(count));
            Assert.That(gaps, Has.Length.EqualTo(1));
            Assert.That(numbers, Is.Ordered.And.Unique);
            Assert.That(numbers, Has.Length.EqualTo(kept).Within(1));
        }
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(7778)]
    [TestCase(29_998)]
    [TestCase(29_999)]
    public void The_best_epoch_is_always_among_them(int best)
    {
        History history = Create(Enumerable.Range(0, 30_000).Select(i => i == best ? 0.5 : 1));
        Assert.That(history.Best!.Epoch, Is.EqualTo(best + 1));
        Assert.That(history.Epochs.Count(epoch => epoch.Epoch == best + 1), Is.EqualTo(1));
        Assert.That(history.Epochs.Select(epoch => epoch.Epoch), Is.Ordered.And.Unique);
        Assert.That(history.Epochs.MinBy(epoch => epoch.Monitored), Is.SameAs(history.Best));
    }

    [TestCase(1UL)]
    [TestCase(2UL)]
    [TestCase(3UL)]
    public void Patience_counts_as_a_walk_over_all_of_it_would(ulong seed)
    {
        // The rule as it is defined: over all losses, anew after each epoch.
        Random random = new((int)seed);
        List<double> losses = [];
        History history = new();
        for (int i = 0; i < 400; i++)
        {
            losses.Add(
                random.Next(12) switch
                {
                    0 => double.NaN,
                    1 => double.PositiveInfinity,
                    int n => n + 100.0 / (i + 1),
                }
            );
            history.Add(new EpochReport(i + 1, losses[^1], null));
            double lowest = double.PositiveInfinity;
            int since = 0;
            foreach (double loss in losses)
            {
                since = loss < lowest ? 0 : since + 1;
                lowest = loss < lowest ? loss : lowest;
            }
            Assert.That(history.EpochsWithoutImprovement, Is.EqualTo(since));
            Assert.That(history.Best, Is.EqualTo(EpochReport.Best(history.Epochs)));
        }
    }

    [TestCase("plateau:1:0.9")]
    [TestCase("plateau:7:0.99")]
    [TestCase("warmup:3:plateau:2:0.9")]
    [TestCase("warmup:5:warmup:4:plateau:3:0.9")]
    public void A_plateau_told_loss_by_loss_is_one_told_of_all(string name)
    {
        LearningRateSchedule schedule = LearningRateSchedule.Parse(name);
        TrainingLength length = new(Steps: 3000, StepsPerEpoch: 2);
        PlateauCount count = new();
        List<double> losses = [];
        Random random = new(5);
        for (int step = 0; step < 1000; step++)
        {
            double[] known = [.. losses];
            double told = schedule.Factor(new TrainingPosition(step, length, known) { Plateaus = count });
            Assert.That(told, Is.EqualTo(schedule.Factor(new TrainingPosition(step, length, known))));
            if (step % 2 == 1)
            {
                losses.Add(random.NextDouble() + 5.0 / (step + 1));
            }
        }
    }

    private static History Create(IEnumerable<double> losses)
    {
        History history = new();
        foreach ((int index, double loss) in losses.Index())
        {
            history.Add(new EpochReport(index + 1, loss, null));
        }
        return history;
    }
}
