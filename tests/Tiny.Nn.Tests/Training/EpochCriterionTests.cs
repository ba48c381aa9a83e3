using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>What chooses the best epoch.</summary>
public sealed class EpochCriterionTests
{
    /// <summary>Losses, accuracies, and the best epoch by each.</summary>
    private static readonly object[] Cases =
    [
        new object[] { new[] { 3.0, 1, 2 }, new double?[] { 0.5, 0.6, 0.7 }, 2, 3 },
        new object[] { new[] { 3.0, 1, 2 }, new double?[] { 0.7, 0.6, 0.5 }, 2, 1 },
        new object[] { new[] { 1.0, 1, 2 }, new double?[] { 0.7, 0.6, 0.7 }, 1, 3 },
        new object[] { new[] { 3.0, 1, 1 }, new double?[] { 0, 0, 0 }, 2, 3 },
        new object[] { new[] { 3.0, 1, 2 }, new double?[] { null, null, null }, 2, 2 },
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_lowest_loss_first_or_the_highest_accuracy_last(
        double[] losses,
        double?[] accuracies,
        int byLoss,
        int byError
    )
    {
        History loss = new();
        History error = new(EpochCriterion.Error);
        foreach ((int i, double value) in losses.Index())
        {
            EpochReport report = new(i + 1, 9, value) { ValidationAccuracy = accuracies[i] };
            loss.Add(report);
            error.Add(report);
        }
        Assert.That((loss.Best!.Epoch, error.Best!.Epoch), Is.EqualTo((byLoss, byError)));
        Assert.That(error.EpochsWithoutImprovement, Is.EqualTo(losses.Length - byError));
    }

    [Test]
    public void Training_ends_with_the_parameters_of_that_epoch()
    {
        Dataset<double> samples = ToyTraining.Moons<double>(60);
        History Fit(EpochCriterion criterion, int epochs, out SequentialNetwork<double> network)
        {
            network = ToyTraining.Network<double>();
            Trainer<double> trainer = new(network, Loss.BinaryCrossEntropy, new Adam(0.1), new Generator(2));
            FitOptions options = new() { Epochs = epochs, Criterion = criterion };
            return trainer.Fit(samples, samples.Select([3, 14, 15, 9, 26, 5]), options);
        }
        History history = Fit(EpochCriterion.Error, 25, out SequentialNetwork<double> kept);
        int last = history
            .Epochs.Where(epoch => epoch.ValidationAccuracy == history.Epochs.Max(e => e.ValidationAccuracy))
            .Last()
            .Epoch;
        Assert.That(history.Kept!.Epoch, Is.EqualTo(last));
        Assert.That(Fit(EpochCriterion.Loss, 25, out _).Kept!.Epoch, Is.Not.EqualTo(last));
        _ = Fit(EpochCriterion.Error, last, out SequentialNetwork<double> until);
        Bits.AssertSame<double>(kept.Parameters.Values, until.Parameters.Values, "parameters");
    }

    [Test]
    public void Options_say_it() =>
        Assert.Multiple(() =>
        {
            FitOptions options = new() { Criterion = EpochCriterion.Error };
            Assert.That($"{options}", Does.EndWith("the best by error"));
            Assert.That(
                () => options with { Criterion = (EpochCriterion)7 },
                Throws.TypeOf<ArgumentOutOfRangeException>()
            );
        });
}
