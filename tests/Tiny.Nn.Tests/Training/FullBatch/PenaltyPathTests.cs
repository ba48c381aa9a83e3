using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Training.FullBatch;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class PenaltyPathTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Precision = typeof(T) == typeof(float) ? 1e-5 : 1e-7;
    private static readonly double[] Penalties = [10, 1, 0.1, 0.01, 0.001, 1e-4, 1e-5];
    private static readonly Lbfgs Exact = new() { Tolerance = 1e-9 };

    private readonly Dataset<T> training = ToyTraining.Moons<T>(24);
    private readonly Dataset<T> validation = ToyTraining.Moons<T>(200, seed: 2);

    /// <summary>Each penalty on its own, from scratch, and the validation loss of its optimum.</summary>
    [Test]
    public void Keeps_the_optimum_that_validation_samples_like_best()
    {
        (double L2, double Loss, SequentialNetwork<T> Network)[] alone = [.. Penalties.Select(Alone)];
        (double l2, _, SequentialNetwork<T> expected) = alone.MinBy(one => one.Loss);
        Assert.That(l2, Is.Not.EqualTo(Penalties[0]).And.Not.EqualTo(Penalties[^1]), "there is something to choose");
        SequentialNetwork<T> network = Line();
        PenaltyPath<T> path = new(network, Loss.BinaryCrossEntropy, Exact, Penalties);
        History history = path.Fit(training, validation, 1000);
        Assert.That(path.Chosen, Is.EqualTo(new WeightPenalty(L2: l2)));
        for (int i = 0; i < 3; i++)
        {
            Assert.That(
                double.CreateTruncating(network.Parameters[i, 0]),
                Is.EqualTo(double.CreateTruncating(expected.Parameters[i, 0])).Within(Precision)
            );
        }
        Assert.That(history.StopReason, Is.EqualTo(StopReason.Minimum));
    }

    [Test]
    public void Its_history_is_the_way_to_what_was_kept()
    {
        List<EpochReport> told = [];
        SequentialNetwork<T> network = Line();
        PenaltyPath<T> path = new(network, Loss.BinaryCrossEntropy, Exact, Penalties);
        History history = path.Fit(training, validation, 1000, new Teller(told.Add));
        Assert.That(told, Has.Count.GreaterThan(history.EpochCount), "one more penalty was tried, and did no better");
        Assert.That(history.Epochs, Is.EqualTo(told.Take(history.EpochCount)));
        Assert.That(told.Select(report => report.Epoch), Is.EqualTo(Enumerable.Range(1, told.Count)));
        Assert.That(history.Kept, Is.EqualTo(history.Epochs[^1]));
        Assert.That(history.Best, Is.EqualTo(history.Kept), "a weaker penalty makes the objective smaller");
        Assert.That(told.Select(report => report.ValidationLoss), Is.All.Null);
    }

    [Test]
    public void All_penalties_together_take_the_steps_that_there_are([Values(0, 1, 2, 9)] int epochs)
    {
        SequentialNetwork<T> network = Line();
        PenaltyPath<T> path = new(network, Loss.BinaryCrossEntropy, Exact, Penalties);
        History history = path.Fit(training, validation, epochs);
        Assert.That(history.EpochCount, Is.LessThanOrEqualTo(epochs));
        Assert.That(path.Chosen, Is.Not.Null);
    }

    [Test]
    public void Cancelled_before_its_first_optimum_it_keeps_the_last_step()
    {
        using CancellationTokenSource source = new();
        SequentialNetwork<T> network = Line();
        PenaltyPath<T> path = new(network, Loss.BinaryCrossEntropy, Exact, [1e-5]);
        Teller teller = new(report => (report.Epoch == 3 ? source : null)?.Cancel());
        History history = path.Fit(training, validation, 1000, teller, source.Token);
        Assert.That((history.StopReason, history.EpochCount), Is.EqualTo((StopReason.Cancelled, 3)));
        Assert.That(path.Chosen, Is.Null);
        SequentialNetwork<T> replay = Line();
        new PenaltyPath<T>(replay, Loss.BinaryCrossEntropy, Exact, [1e-5]).Fit(training, validation, 3);
        Bits.AssertSame<T>(network.Parameters.Values, replay.Parameters.Values, "three steps");
    }

    [Test]
    public void Cancelled_later_it_keeps_the_best_optimum_so_far()
    {
        using CancellationTokenSource source = new();
        SequentialNetwork<T> strong = Line();
        History alone = new PenaltyPath<T>(strong, Loss.BinaryCrossEntropy, Exact, [10]).Fit(
            training,
            validation,
            1000
        );
        SequentialNetwork<T> network = Line();
        PenaltyPath<T> path = new(network, Loss.BinaryCrossEntropy, Exact, Penalties);
        Teller teller = new(report => (report.Epoch == alone.EpochCount + 2 ? source : null)?.Cancel());
        History history = path.Fit(training, validation, 1000, teller, source.Token);
        Assert.That(
            (history.StopReason, history.EpochCount),
            Is.EqualTo((StopReason.Cancelled, alone.EpochCount)),
            "the steps that led to it"
        );
        Assert.That(path.Chosen!.L2, Is.EqualTo(10));
        Bits.AssertSame<T>(network.Parameters.Values, strong.Parameters.Values, "the first optimum");
    }

    [Test]
    public void Refuses_no_penalty() =>
        Assert.That(() => new PenaltyPath<T>(Line(), Loss.BinaryCrossEntropy, Exact, []), Throws.ArgumentException);

    private static SequentialNetwork<T> Line() =>
        Architecture.WithInputs(2).Dense(1, Activation.Sigmoid).Build<T>(new Generator(1));

    private (double L2, double Loss, SequentialNetwork<T> Network) Alone(double l2)
    {
        SequentialNetwork<T> network = Line();
        new FullBatchTrainer<T>(network, Loss.BinaryCrossEntropy, Exact, new WeightPenalty(L2: l2)).Fit(
            training,
            null,
            1000
        );
        Objective<T> objective = Objective.Create(network, Loss.BinaryCrossEntropy);
        return (l2, objective.Evaluate(validation.All, objective.Network.CreateWorkspace(64)), network);
    }

    private sealed class Teller(Action<EpochReport> tell) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => tell(value);
    }
}
