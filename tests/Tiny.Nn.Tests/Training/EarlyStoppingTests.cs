using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

public sealed class EarlyStoppingTests
{
    /// <summary>Patience, losses, and the epoch that should be the last; 0 where none should.</summary>
    private static readonly object[] Cases =
    [
        new object[] { 1, new[] { 3.0, 2, 1 }, 0 },
        new object[] { 1, new[] { 3.0, 2, 2.5, 1 }, 3 },
        new object[] { 2, new[] { 3.0, 2, 2.5, 1 }, 0 },
        new object[] { 2, new[] { 3.0, 2, 2, 2, 1 }, 4 },
        new object[] { 3, new[] { 1.0, 2, 1.5, 1.2 }, 4 },
        new object[] { 2, new[] { 1.0, 2, 0.9, 2, 2 }, 5 },
        new object[] { 2, new[] { 1.0, double.NaN, double.NaN }, 3 },
    ];

    [TestCaseSource(nameof(Cases))]
    public void Stops_after_so_many_epochs_without_improvement(int patience, double[] losses, int last)
    {
        EarlyStopping rule = new(patience);
        History history = new();
        int stopped = 0;
        foreach ((int index, double loss) in losses.Index())
        {
            history.Add(new EpochReport(index + 1, TrainingLoss: 99, loss));
            stopped = stopped == 0 && rule.ShouldStop(history) ? index + 1 : stopped;
        }
        Assert.That(stopped, Is.EqualTo(last));
    }

    [Test]
    public void Before_the_first_epoch_there_is_no_reason_to_stop() =>
        Assert.That(new EarlyStopping(1).ShouldStop(new History()), Is.False);

    [Test]
    public void Without_validation_the_training_loss_counts() =>
        Assert.That(new EpochReport(1, TrainingLoss: 2, ValidationLoss: null).Monitored, Is.EqualTo(2));

    [Test]
    public void The_best_epoch_is_the_first_with_the_lowest_loss_that_is_a_number()
    {
        History history = new();
        Assert.That(history.Best, Is.Null);
        foreach (double loss in new[] { double.NaN, 3, 1, 2, 1 })
        {
            history.Add(new EpochReport(history.Epochs.Count + 1, loss, ValidationLoss: null));
        }
        Assert.That(history.Best!.Epoch, Is.EqualTo(3));
    }
}
