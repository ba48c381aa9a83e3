using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

public sealed class FitTests
{
    private readonly Dataset<float> training = ToyTraining.Moons<float>(53, seed: 1);
    private readonly Dataset<float> validation = ToyTraining.Moons<float>(30, seed: 2);

    [TestCase(1, 53 * 3)]
    [TestCase(10, 6 * 3)]
    [TestCase(53, 3)]
    [TestCase(1000, 3)]
    public void An_epoch_has_as_many_steps_as_batches(int batchSize, int steps)
    {
        Trainer<float> trainer = ToyTraining.Trainer(ToyTraining.Network<float>());
        History history = trainer.Fit(training, null, new FitOptions { Epochs = 3, BatchSize = batchSize });
        Assert.That(trainer.Steps, Is.EqualTo(steps));
        Assert.That(history.Epochs.Select(report => report.Epoch), Is.EqualTo([1, 2, 3]));
        Assert.That(history.Epochs, Has.All.Property(nameof(EpochReport.ValidationLoss)).Null);
        Assert.That(history.StopReason, Is.EqualTo(StopReason.AllEpochs));
    }

    [Test]
    public void No_epochs_change_nothing()
    {
        SequentialNetwork<float> network = ToyTraining.Network<float>();
        double[] before = network.Parameters.ToDoubles();
        History history = ToyTraining.Trainer(network).Fit(training, validation, new FitOptions { Epochs = 0 });
        Assert.That(history.Epochs, Is.Empty);
        Assert.That(history.Best, Is.Null);
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(before));
    }

    [Test]
    public void The_same_seed_gives_the_same_bits_and_another_does_not()
    {
        double[] once = Trained(seed: 2);
        Assert.That(Trained(seed: 2), Is.EqualTo(once));
        Assert.That(Trained(seed: 3), Is.Not.EqualTo(once));
    }

    [Test]
    public void The_training_loss_is_the_mean_of_the_steps()
    {
        // At a learning rate of almost 0 that is the loss of all samples, whatever the batches.
        SequentialNetwork<float> network = ToyTraining.Network<float>();
        Trainer<float> trainer = ToyTraining.Trainer(network, new Sgd(double.Epsilon));
        EpochReport report = trainer.Fit(training, training, new FitOptions { Epochs = 1, BatchSize = 10 }).Epochs[0];
        float loss = Loss.BinaryCrossEntropy.Evaluate(network.Predict(training.Inputs), training.Targets, [], default);
        Assert.That(report.TrainingLoss, Is.EqualTo(loss).Within(1e-6));
        Assert.That(report.ValidationLoss, Is.EqualTo(loss).Within(1e-6));
    }

    [Test]
    public void Every_epoch_is_reported_as_it_ends()
    {
        Recorder recorder = new();
        History history = ToyTraining
            .Trainer(ToyTraining.Network<float>())
            .Fit(training, validation, new FitOptions { Epochs = 4 }, recorder);
        Assert.That(recorder.Reports, Is.EqualTo(history.Epochs).And.Count.EqualTo(4));
    }

    [TestCase(1)]
    [TestCase(3)]
    public void Patience_is_counted_exactly(int patience)
    {
        // Ascent climbs: the first epoch is the best.
        FitOptions options = new() { StoppingRule = new EarlyStopping(patience) };
        History history = ToyTraining
            .Trainer(ToyTraining.Network<float>(), new Ascent(0.05))
            .Fit(training, validation, options);
        Assert.That(history.Best!.Epoch, Is.EqualTo(1));
        Assert.That(history.Epochs, Has.Count.EqualTo(1 + patience));
        Assert.That(history.StopReason, Is.EqualTo(StopReason.StoppingRule));
    }

    [Test]
    public void The_network_ends_with_the_parameters_of_its_best_epoch()
    {
        SequentialNetwork<float> network = ToyTraining.Network<float>(dropout: 0.3);
        FitOptions options = new()
        {
            Epochs = 60,
            BatchSize = 8,
            StoppingRule = new EarlyStopping(5),
        };
        History history = ToyTraining.Trainer(network, new Sgd(2)).Fit(training, validation, options);
        int best = history.Best!.Epoch;
        Assert.That(
            best,
            Is.InRange(2, history.Epochs.Count - 1),
            "the example is to have its best epoch in the middle"
        );

        SequentialNetwork<float> replay = ToyTraining.Network<float>(dropout: 0.3);
        ToyTraining.Trainer(replay, new Sgd(2)).Fit(training, null, new FitOptions { Epochs = best, BatchSize = 8 });
        Bits.AssertSame<float>(network.Parameters.Values, replay.Parameters.Values, "parameters");
    }

    [Test]
    public void Without_validation_or_stopping_rule_it_ends_with_the_last()
    {
        SequentialNetwork<float> network = ToyTraining.Network<float>();
        History history = ToyTraining
            .Trainer(network, new Ascent(0.05))
            .Fit(training, null, new FitOptions { Epochs = 3 });
        Assert.That(history.Best!.Epoch, Is.EqualTo(1));
        SequentialNetwork<float> first = ToyTraining.Network<float>();
        ToyTraining.Trainer(first, new Ascent(0.05)).Fit(training, null, new FitOptions { Epochs = 1 });
        Assert.That(network.Parameters.ToDoubles(), Is.Not.EqualTo(first.Parameters.ToDoubles()));
    }

    [Test]
    public void Cancelling_ends_after_the_step_under_way_with_the_best_parameters_so_far()
    {
        // Six steps make an epoch: the 16th lies in the third.
        using CancellationTokenSource source = new();
        SequentialNetwork<float> network = ToyTraining.Network<float>();
        Trainer<float> trainer = ToyTraining.Trainer(network, new CancelAt(16, source));
        History history = trainer.Fit(training, validation, new FitOptions { BatchSize = 10 }, null, source.Token);
        Assert.That(trainer.Steps, Is.EqualTo(16));
        Assert.That(history.StopReason, Is.EqualTo(StopReason.Cancelled));
        Assert.That(history.Epochs, Has.Count.EqualTo(2));

        SequentialNetwork<float> replay = ToyTraining.Network<float>();
        ToyTraining
            .Trainer(replay, new Sgd(0.1))
            .Fit(training, null, new FitOptions { Epochs = history.Best!.Epoch, BatchSize = 10 });
        Bits.AssertSame<float>(network.Parameters.Values, replay.Parameters.Values, "parameters");
    }

    [Test]
    public void Cancelled_beforehand_it_does_nothing()
    {
        Trainer<float> trainer = ToyTraining.Trainer(ToyTraining.Network<float>());
        History history = trainer.Fit(
            training,
            validation,
            new FitOptions(),
            null,
            new CancellationToken(canceled: true)
        );
        Assert.That(history.StopReason, Is.EqualTo(StopReason.Cancelled));
        Assert.That(trainer.Steps, Is.Zero);
    }

    [Test]
    public void A_weight_counts_like_so_many_copies_of_a_sample()
    {
        Dataset<double> data = ToyTraining.Moons<double>(6);
        Dataset<double> weighted = new(data.Inputs, data.Targets, new double[] { 1, 2, 0, 3, 1, 1 });
        Dataset<double> copied = data.Select([0, 1, 1, 3, 3, 3, 4, 5]);
        FitOptions options = new() { Epochs = 20 };
        SequentialNetwork<double> one = ToyTraining.Network<double>();
        SequentialNetwork<double> other = ToyTraining.Network<double>();
        ToyTraining.Trainer(one, new Sgd(0.5)).Fit(weighted, null, options);
        ToyTraining.Trainer(other, new Sgd(0.5)).Fit(copied, null, options);
        Assert.That(one.Parameters.ToDoubles(), Is.EqualTo(other.Parameters.ToDoubles()).Within(1e-12));
    }

    [TestCase(1)]
    [TestCase(4)]
    [TestCase(200)]
    public void Weights_count_the_same_whatever_the_size_of_a_batch(int batchSize)
    {
        // One answer for all: the bias. One target in ten is 1 and weighs 9, so the weighted mean is 9/(9 + 9).
        double[] targets = [.. Enumerable.Range(0, 200).Select(i => i % 10 == 0 ? 1.0 : 0)];
        double[] weights = [.. targets.Select(t => t == 1 ? 9.0 : 1)];
        Dataset<double> data = new(new Matrix<double>(1, 200), Matrices.Row<double>(targets), weights);
        SequentialNetwork<double> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .Build<double>(new Generator(1));
        Trainer<double> trainer = new(
            network,
            Loss.SquaredError,
            new Sgd(0.002 * Math.Sqrt(batchSize)),
            new Generator(2)
        );
        trainer.Fit(data, null, new FitOptions { Epochs = batchSize == 200 ? 1500 : 300, BatchSize = batchSize });
        Assert.That(network.Parameters[1, 0], Is.EqualTo(0.5).Within(0.03));
    }

    [Test]
    public void A_common_factor_of_all_weights_changes_nothing()
    {
        Dataset<double> data = ToyTraining.Moons<double>(6);
        double[] few = [1, 2, 0, 3, 1, 1];
        FitOptions options = new() { Epochs = 20, BatchSize = 4 };
        SequentialNetwork<double> one = ToyTraining.Network<double>();
        SequentialNetwork<double> other = ToyTraining.Network<double>();
        ToyTraining.Trainer(one, new Sgd(0.5)).Fit(new Dataset<double>(data.Inputs, data.Targets, few), null, options);
        double[] many = [.. few.Select(weight => 1000 * weight)];
        ToyTraining
            .Trainer(other, new Sgd(0.5))
            .Fit(new Dataset<double>(data.Inputs, data.Targets, many), null, options);
        Assert.That(one.Parameters.ToDoubles(), Is.EqualTo(other.Parameters.ToDoubles()).Within(1e-12));
    }

    [Test]
    public void Samples_that_all_weigh_nothing_are_refused()
    {
        Dataset<double> data = ToyTraining.Moons<double>(6);
        Dataset<double> weightless = new(data.Inputs, data.Targets, new double[6]);
        Trainer<double> trainer = ToyTraining.Trainer(ToyTraining.Network<double>(), new Sgd(0.5));
        Assert.That(() => trainer.Fit(weightless, null, new FitOptions()), Throws.ArgumentException);
    }

    [Test]
    public void The_history_tells_which_epoch_was_kept()
    {
        FitOptions options = new() { Epochs = 5, BatchSize = 8 };
        History judged = ToyTraining.Trainer(ToyTraining.Network<float>()).Fit(training, validation, options);
        History last = ToyTraining.Trainer(ToyTraining.Network<float>()).Fit(training, null, options);
        Assert.That(judged.Kept, Is.EqualTo(judged.Best));
        Assert.That(last.Kept, Is.EqualTo(last.Epochs[^1]));
    }

    [Test]
    public void Options_are_checked()
    {
        Assert.That(() => new FitOptions { Epochs = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new FitOptions { BatchSize = 0 }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Nothing_to_learn_from_is_refused()
    {
        Dataset<float> nothing = new(new Matrix<float>(2, 0), new Matrix<float>(1, 0));
        Trainer<float> trainer = ToyTraining.Trainer(ToyTraining.Network<float>());
        Assert.That(() => trainer.Fit(nothing, null, new FitOptions()), Throws.ArgumentException);
        Assert.That(() => trainer.Fit(training, nothing, new FitOptions()), Throws.ArgumentException);
    }

    private double[] Trained(ulong seed)
    {
        SequentialNetwork<float> network = ToyTraining.Network<float>(dropout: 0.3);
        Trainer<float> trainer = new(network, Loss.BinaryCrossEntropy, new Adam(0.01), new Generator(seed));
        trainer.Fit(training, validation, new FitOptions { Epochs = 5, BatchSize = 8 });
        return network.Parameters.ToDoubles();
    }

    private sealed class Recorder : IProgress<EpochReport>
    {
        public List<EpochReport> Reports { get; } = [];

        public void Report(EpochReport value) => Reports.Add(value);
    }

    /// <summary>Plain steps; one of them cancels the training that makes it.</summary>
    private sealed record CancelAt(int Step, CancellationTokenSource Source) : Optimizer(0.1)
    {
        public override string Name => "cancel";

        public override int Moments => 0;

        public override void Update<T>(
            Span<T> parameters,
            ReadOnlySpan<T> gradient,
            OptimizerState<T> state,
            double learningRate
        )
        {
            new Sgd().Update(parameters, gradient, state, learningRate);
            if (state.Steps == Step)
            {
                Source.Cancel();
            }
        }
    }
}
