using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>What values of training say of themselves, in a debugger and in a message.</summary>
public sealed class TextTests
{
    [Test]
    public void Samples_tell_their_sizes_and_whether_they_are_weighted()
    {
        Matrix<float> inputs = new(3, 5);
        Matrix<float> targets = new(2, 5);
        Assert.That($"{new Batch<float>(inputs, targets)}", Is.EqualTo("5 samples of 3 inputs and 2 targets"));
        Assert.That(
            $"{new Batch<float>(inputs, targets, new float[] { 1, 1, 1, 1, 2 })}",
            Is.EqualTo("5 samples of 3 inputs and 2 targets, weighted")
        );
        Assert.That($"{new Dataset<float>(inputs, targets)}", Is.EqualTo("5 samples of 3 inputs and 2 targets"));
        Assert.That(
            $"{new Dataset<float>(inputs, targets, new float[] { 1, 1, 1, 1, 2 })}",
            Is.EqualTo("5 samples of 3 inputs and 2 targets, weighted")
        );
    }

    [Test]
    public void A_fit_tells_its_epochs_and_what_stops_it()
    {
        FitOptions options = new() { Epochs = 7, BatchSize = 3 };
        Assert.That($"{options}", Is.EqualTo("7 epochs in batches of 3"));
        Assert.That(
            $"{options with { StoppingRule = new EarlyStopping(4) }}",
            Is.EqualTo("7 epochs in batches of 3, stops after 4 epochs without improvement")
        );
    }

    [Test]
    public void A_history_tells_which_epoch_was_kept()
    {
        History history = new() { StopReason = StopReason.Cancelled };
        Assert.That($"{history}", Is.EqualTo("0 epochs, none kept, ended by Cancelled"));
        history.Kept = new EpochReport(3, 0.75, 0.5);
        Assert.That($"{history}", Is.EqualTo("0 epochs, epoch 3 kept with a loss of 0.5, ended by Cancelled"));
    }

    [Test]
    public void An_epoch_tells_what_was_measured()
    {
        EpochReport epoch = new(2, 0.123456, null);
        Assert.That($"{epoch}", Is.EqualTo("epoch 2: training loss 0.1235"));
        EpochReport all = new(2, 0.5, 0.25)
        {
            ValidationAccuracy = 1,
            ValidationRSquared = -3,
            LearningRate = 1e-3,
        };
        Assert.That(
            $"{all}",
            Is.EqualTo("epoch 2: training loss 0.5, validation loss 0.25, accuracy 1, R² -3, learning rate 0.001")
        );
        Assert.That(
            () => new EpochReport(1, 0, 0) { ValidationAccuracy = 1.5 },
            Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("from 0 to 1")
        );
    }

    [Test]
    public void A_rule_tells_penalty_and_clipping_where_there_are_any()
    {
        UpdateRule rule = new(new Sgd(0.5));
        Assert.That($"{rule}", Is.EqualTo($"{rule.Optimizer}, {rule.Schedule}"));
        UpdateRule all = rule with { Penalty = new WeightPenalty(0, 0.25), Clipping = GradientClipping.ByNorm(2) };
        Assert.That($"{all}", Is.EqualTo($"{rule.Optimizer}, {rule.Schedule}, {all.Penalty}, {all.Clipping}"));
        Assert.That(new[] { rule.Optimizer.ToString(), $"{rule.Schedule}", $"{all.Clipping}" }, Is.All.Not.Empty);
    }

    [Test]
    public void A_length_tells_its_steps_and_those_of_an_epoch()
    {
        Assert.That($"{new TrainingLength(12)}", Is.EqualTo("12 steps"));
        Assert.That(
            $"{TrainingLength.Of(samples: 10, batchSize: 4, epochs: 5)}",
            Is.EqualTo("15 steps, 3 in an epoch")
        );
    }
}
