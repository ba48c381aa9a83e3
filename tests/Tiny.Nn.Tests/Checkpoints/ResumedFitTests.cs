using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Checkpoints;

/// <summary>A training that was interrupted and gone on with is, to the bit, the training that was not.</summary>
public sealed class ResumedFitTests
{
    private static readonly int[][] Interruptions =
    [
        [1],
        [7],
        [30],
        [4, 4, 4],
        [11, 2, 17, 1, 5],
    ];

    private static IEnumerable<UpdateRule> Rules =>
        [
            new Sgd(0.1),
            new Momentum(0.05),
            new Nesterov(0.05),
            new RmsProp(0.01),
            new Adagrad(0.1),
            new Adam(0.01),
            new(new AdamW(0.01)) { Decay = new WeightDecay(0.1) },
            new(new Adam(0.05)) { Schedule = LearningRateSchedule.Plateau(1, 0.5) },
            new(new Adam(0.05)) { Schedule = LearningRateSchedule.WarmUp(1, LearningRateSchedule.Plateau(1, 0.5)) },
            new(new Adam(0.05)) { Schedule = LearningRateSchedule.OneCycle() },
            new(new Adam(0.05)) { Clipping = GradientClipping.ByNorm(0.1), Penalty = new WeightPenalty(L1: 1e-3) },
            new(new Adam(0.05)) { RateFactors = new RateFactors { Bias = 0.1 } },
        ];

    [TestCaseSource(nameof(Rules))]
    public void It_ends_with_the_same_bits_under_every_rule(UpdateRule rule)
    {
        foreach (int[] steps in Interruptions)
        {
            Same<float>(rule, steps, dropout: 0.2, validates: true, stops: null);
            Same<double>(rule, steps, dropout: 0, validates: false, stops: null);
        }
    }

    [Test]
    public void It_stops_as_early_and_keeps_the_same_epoch()
    {
        foreach (int[] steps in Interruptions)
        {
            History history = Same<float>(new Adam(0.3), steps, dropout: 0, validates: true, new EarlyStopping(2));
            Assert.That(history.StopReason, Is.EqualTo(StopReason.StoppingRule));
        }
    }

    [Test]
    public void Interrupted_after_every_step_it_is_the_same_still() =>
        Same<float>(new Adam(0.01), [.. Enumerable.Repeat(1, 60)], dropout: 0.5, validates: true, stops: null);

    [Test]
    public void A_training_that_is_over_is_not_made_again()
    {
        InterruptedRuns checkpoint = new();
        Trained<float> once = Train<float>(new Adam(0.01), 0, true, null, checkpoint, CancellationToken.None);
        Trained<float> again = Train<float>(new Adam(0.01), 0, true, null, checkpoint, CancellationToken.None);
        Assert.That(again.Steps, Is.Zero);
        Assert.That(again.Numbers, Is.EqualTo(once.Numbers));
        Assert.That(again.History.Epochs, Is.EqualTo(once.History.Epochs));
        Assert.That(again.History.Kept, Is.EqualTo(once.History.Kept));
    }

    [Test]
    public void A_history_of_many_epochs_goes_on_as_it_was_thinned()
    {
        History whole = new();
        History parts = new();
        for (int epoch = 1; epoch <= 2 * Thinned<EpochReport>.Most + 300; epoch++)
        {
            EpochReport report = new(epoch, 1.0 / epoch, Math.Cos(epoch))
            {
                LearningRate = epoch % 2 == 0 ? 0.1 : null,
            };
            whole.Add(report);
            parts.Add(report);
            if (epoch % 1500 == 7)
            {
                History next = new();
                using MemoryStream state = new();
                parts.Save(new BinaryWriter(state));
                state.Position = 0;
                next.Restore(new BinaryReader(state));
                parts = next;
            }
        }
        Assert.That(parts.Epochs, Is.EqualTo(whole.Epochs));
        Assert.That(parts.EpochCount, Is.EqualTo(whole.EpochCount));
        Assert.That(parts.Best, Is.EqualTo(whole.Best));
        Assert.That(parts.EpochsWithoutImprovement, Is.EqualTo(whole.EpochsWithoutImprovement));
    }

    [Test]
    public void The_state_of_another_training_is_refused()
    {
        InterruptedRuns checkpoint = new();
        FitOptions options = new() { Epochs = 2, Checkpoint = checkpoint };
        ToyTraining.Trainer(ToyTraining.Network<float>()).Fit(ToyTraining.Moons<float>(20), null, options);
        SequentialNetwork<float> wider = Architecture
            .WithInputs(2)
            .Dense(9)
            .Dense(1, Activation.Sigmoid)
            .Build<float>(new Generator(1));
        Assert.That(
            () => ToyTraining.Trainer(wider).Fit(ToyTraining.Moons<float>(20), null, options),
            Throws.TypeOf<InvalidDataException>().With.Message.Contains("another training")
        );
    }

    [Test]
    public void A_state_that_was_cut_is_refused()
    {
        Cut checkpoint = new();
        FitOptions options = new() { Epochs = 2, Checkpoint = checkpoint };
        ToyTraining.Trainer(ToyTraining.Network<float>()).Fit(ToyTraining.Moons<float>(20), null, options);
        int whole = checkpoint.State.Length;
        for (int length = 0; length < whole; length += 7)
        {
            checkpoint.Length = length;
            Assert.That(
                () =>
                    ToyTraining.Trainer(ToyTraining.Network<float>()).Fit(ToyTraining.Moons<float>(20), null, options),
                Throws.TypeOf<InvalidDataException>(),
                $"{length} of {whole} bytes"
            );
        }
    }

    private static History Same<T>(UpdateRule rule, int[] steps, double dropout, bool validates, IStoppingRule? stops)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Trained<T> straight = Train<T>(rule, dropout, validates, stops, null, CancellationToken.None);
        InterruptedRuns runs = new();
        Trained<T> resumed = runs.Through(
            steps,
            cancellation => Train<T>(rule, dropout, validates, stops, runs, cancellation)
        );
        Assert.That(resumed.Numbers, Is.EqualTo(straight.Numbers));
        Assert.That(resumed.History.Epochs, Is.EqualTo(straight.History.Epochs));
        Assert.That(resumed.History.StopReason, Is.EqualTo(straight.History.StopReason));
        Assert.That(resumed.History.Kept, Is.EqualTo(straight.History.Kept));
        return resumed.History;
    }

    private static Trained<T> Train<T>(
        UpdateRule rule,
        double dropout,
        bool validates,
        IStoppingRule? stops,
        InterruptedRuns? checkpoint,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(2)
            .Dense(6)
            .BatchNormalization()
            .Activation(Activation.Tanh)
            .Dropout(dropout)
            .Dense(1, Activation.Sigmoid)
            .Build<T>(new Generator(3));
        Trainer<T> trainer = new(network, Loss.BinaryCrossEntropy, rule, new Generator(seed: 2));
        FitOptions options = new()
        {
            Epochs = 9,
            BatchSize = 10,
            StoppingRule = stops,
            Checkpoint = checkpoint,
        };
        Dataset<T>? validation = validates ? ToyTraining.Moons<T>(20, seed: 4) : null;
        History history = trainer.Fit(ToyTraining.Moons<T>(37), validation, options, null, cancellation);
        T[] numbers = [.. network.Parameters.Values, .. network.State.Values];
        return new Trained<T>(numbers, history, trainer.Steps);
    }

    private sealed record Trained<T>(T[] Numbers, History History, long Steps);

    /// <summary>Keeps all, and gives back a part.</summary>
    private sealed class Cut : ICheckpoint
    {
        internal byte[] State { get; private set; } = [];

        internal int? Length { get; set; }

        public bool IsDue => false;

        public Stream? Open() => Length is { } length ? new MemoryStream(State, 0, length) : null;

        public void Keep(Action<Stream> write)
        {
            using MemoryStream state = new();
            write(state);
            State = state.ToArray();
        }

        public ICheckpoint Part(string name) => this;
    }
}
