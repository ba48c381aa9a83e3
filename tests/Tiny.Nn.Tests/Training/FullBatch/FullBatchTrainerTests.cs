using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Training.FullBatch;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class FullBatchTrainerTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Precision = typeof(T) == typeof(float) ? 1e-6 : 1e-11;
    private static readonly Lbfgs Exact = new() { Tolerance = 1e-12 };

    /// <summary>y = 2x₀ − 3x₁ + 1 without noise.</summary>
    [Test]
    public void Finds_the_line_that_the_samples_lie_on()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(2, 20);
        Matrix<T> y = new(1, 20);
        for (int i = 0; i < 20; i++)
        {
            y[0, i] = T.CreateTruncating(
                2 * double.CreateTruncating(x[0, i]) - 3 * double.CreateTruncating(x[1, i]) + 1
            );
        }
        SequentialNetwork<T> network = Architecture.WithInputs(2).Dense(1).Build<T>(new Generator(1));
        History history = new FullBatchTrainer<T>(network, Loss.SquaredError, Exact).Fit(
            new Dataset<T>(x, y),
            null,
            100
        );
        Assert.That(history.StopReason, Is.EqualTo(StopReason.Minimum));
        double[] found = [.. network.Parameters.Values.ToArray().Select(double.CreateTruncating)];
        Assert.That(found, Is.EqualTo(new double[] { 2, -3, 1 }).Within(Precision));
    }

    [Test]
    public void Epochs_are_steps_that_never_lead_higher()
    {
        Dataset<T> data = ToyTraining.Moons<T>(60);
        List<EpochReport> told = [];
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        History history = Train(network).Fit(data, null, 25, progress: new Teller(told.Add));
        Assert.That(history.EpochCount, Is.EqualTo(25));
        Assert.That(history.Epochs, Is.EqualTo(told));
        Assert.That(told.Select(epoch => epoch.Epoch), Is.EqualTo(Enumerable.Range(1, 25)));
        Assert.That(told.Select(epoch => epoch.TrainingLoss), Is.Ordered.Descending);
        Assert.That(history.Kept, Is.EqualTo(told[^1]));
        Assert.That(history.StopReason, Is.EqualTo(StopReason.AllEpochs));
        Assert.That(ObjectiveOf(network, data), Is.EqualTo(told[^1].TrainingLoss).Within(Precision));
    }

    [Test]
    public void With_validation_samples_the_best_epoch_is_kept_and_patience_ends_it()
    {
        Dataset<T> training = ToyTraining.Moons<T>(20);
        Dataset<T> validation = ToyTraining.Moons<T>(60, seed: 2);
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        History history = Train(network).Fit(training, validation, 300, new EarlyStopping(8));
        Assert.That(history.StopReason, Is.EqualTo(StopReason.StoppingRule));
        Assert.That(history.Kept, Is.SameAs(history.Best));
        Assert.That(history.Kept!.Epoch, Is.EqualTo(history.EpochCount - 8));
        Assert.That(history.Kept.ValidationAccuracy, Is.GreaterThan(0.8));
        SequentialNetwork<T> replay = ToyTraining.Network<T>();
        Train(replay).Fit(training, null, history.Kept.Epoch);
        Bits.AssertSame<T>(network.Parameters.Values, replay.Parameters.Values, "as after that epoch");
    }

    [Test]
    public void Cancelled_it_keeps_the_last_whole_step()
    {
        Dataset<T> data = ToyTraining.Moons<T>(60);
        using CancellationTokenSource source = new();
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        Teller teller = new(report => (report.Epoch == 5 ? source : null)?.Cancel());
        History history = Train(network).Fit(data, null, 100, progress: teller, cancellation: source.Token);
        Assert.That((history.StopReason, history.EpochCount), Is.EqualTo((StopReason.Cancelled, 5)));
        SequentialNetwork<T> replay = ToyTraining.Network<T>();
        Train(replay).Fit(data, null, 5);
        Bits.AssertSame<T>(network.Parameters.Values, replay.Parameters.Values, "five steps");
    }

    [Test]
    public void Cancelled_beforehand_it_leaves_the_network_as_it_is()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        T[] before = network.Parameters.Values.ToArray();
        CancellationToken cancelled = new(canceled: true);
        History history = Train(network).Fit(ToyTraining.Moons<T>(9), null, 100, cancellation: cancelled);
        Assert.That((history.StopReason, history.EpochCount), Is.EqualTo((StopReason.Cancelled, 0)));
        Bits.AssertSame<T>(network.Parameters.Values, before, "untouched");
    }

    /// <summary>Without a penalty the weights of separable classes would grow for ever.</summary>
    [Test]
    public void Separable_classes_come_to_an_end()
    {
        Matrix<T> x = new(1, 4, [.. new[] { -2.0, -1, 1, 2 }.Select(T.CreateTruncating)]);
        Matrix<T> y = new(1, 4, [.. new[] { 0.0, 0, 1, 1 }.Select(T.CreateTruncating)]);
        SequentialNetwork<T> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Sigmoid)
            .Build<T>(new Generator(1));
        History history = new FullBatchTrainer<T>(network, Loss.BinaryCrossEntropy, new Lbfgs()).Fit(
            new Dataset<T>(x, y),
            null,
            1000
        );
        Assert.That(history.StopReason, Is.EqualTo(StopReason.Minimum));
        Assert.That(history.EpochCount, Is.LessThan(50));
        Assert.That(history.Kept!.TrainingLoss, Is.LessThan(1e-5));
        Assert.That(network.Parameters.Values.ToArray().All(T.IsFinite));
    }

    /// <summary>10³⁰⁰ squared is beyond double, and float has no such number.</summary>
    [Test]
    public void An_objective_that_is_not_finite_is_said_to_be()
    {
        SequentialNetwork<double> network = Architecture.WithInputs(1).Dense(1).Build<double>(new Generator(1));
        Dataset<double> data = new(new Matrix<double>(1, 1, [1]), new Matrix<double>(1, 1, [1e300]));
        Assert.That(
            () => new FullBatchTrainer<double>(network, Loss.SquaredError, Exact).Fit(data, null, 10),
            Throws.TypeOf<TrainingDivergedException>().With.Message.Contains("not the learning rate")
        );
    }

    private static FullBatchTrainer<T> Train(SequentialNetwork<T> network) =>
        new(network, Loss.BinaryCrossEntropy, new Lbfgs());

    private static double ObjectiveOf(SequentialNetwork<T> network, Dataset<T> data)
    {
        Objective<T> objective = Objective.Create(network, Loss.BinaryCrossEntropy);
        return objective.Evaluate(data.All, objective.Network.CreateWorkspace(64));
    }

    private sealed class Teller(Action<EpochReport> tell) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => tell(value);
    }
}
