using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Minimization;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Checkpoints;

public sealed class ResumedDescentTests
{
    private static readonly int[][] Interruptions =
    [
        [1],
        [2, 1, 1],
        [9],
        [3, 4, 5],
    ];

    [Test]
    public void Training_on_all_samples_ends_with_the_same_bits(
        [Values(1, 2, 10)] int memory,
        [Values] bool validates,
        [ValueSource(nameof(Interruptions))] int[] steps
    )
    {
        (float[] straight, History whole) = Fit(memory, validates, null, CancellationToken.None);
        InterruptedRuns runs = new();
        (float[] resumed, History parts) = runs.Through(
            steps,
            cancellation => Fit(memory, validates, runs, cancellation)
        );
        Assert.That(resumed, Is.EqualTo(straight));
        Assert.That(parts.Epochs, Is.EqualTo(whole.Epochs));
        Assert.That(parts.StopReason, Is.EqualTo(whole.StopReason));
    }

    [Test]
    public void Cancelled_before_the_first_step_it_begins_again()
    {
        (float[] straight, _) = Fit(5, true, null, CancellationToken.None);
        InterruptedRuns runs = new();
        Fit(5, true, runs, new CancellationToken(canceled: true));
        Assert.That(Fit(5, true, runs, CancellationToken.None).Numbers, Is.EqualTo(straight));
    }

    [Test]
    public void Cancelled_inside_a_step_it_makes_the_step_again()
    {
        using CancellationTokenSource never = new();
        CancelAfter loss = new(never, int.MaxValue);
        (float[] straight, History whole) = Fit(5, false, null, CancellationToken.None, loss);
        for (int evaluations = 2; evaluations < 40; evaluations += 3)
        {
            InterruptedRuns runs = new();
            using CancellationTokenSource source = new();
            Fit(5, false, runs, source.Token, new CancelAfter(source, evaluations));
            (float[] resumed, History parts) = Fit(5, false, runs, CancellationToken.None, loss);
            Assert.That(resumed, Is.EqualTo(straight), $"after {evaluations} evaluations");
            Assert.That(parts.Epochs, Is.EqualTo(whole.Epochs));
        }
    }

    [Test]
    public void A_path_of_penalties_ends_with_the_same_bits_wherever_it_is_cancelled()
    {
        (float[] straight, History whole, int steps) = Walk(new InterruptedRuns(), int.MaxValue);
        Assert.That(steps, Is.GreaterThan(whole.EpochCount), "the last penalty of the path did no better");
        for (int count = 1; count < steps; count += 3)
        {
            InterruptedRuns runs = new();
            History part = Walk(runs, count).History;
            Assert.That(part.StopReason, Is.EqualTo(StopReason.Cancelled), $"after {count} steps");
            (float[] resumed, History parts, _) = Walk(runs, int.MaxValue);
            Assert.That(resumed, Is.EqualTo(straight), $"after {count} steps");
            Assert.That(parts.Epochs, Is.EqualTo(whole.Epochs));
            Assert.That(parts.ChosenPenalty, Is.EqualTo(whole.ChosenPenalty));
            Assert.That(Walk(runs, int.MaxValue).Steps, Is.Zero, "of a path that is over no step is left");
        }
    }

    private static (float[] Numbers, History History, int Steps) Walk(InterruptedRuns runs, int cancelledAfter)
    {
        SequentialNetwork<float> network = Architecture
            .WithInputs(2)
            .Dense(1, Activation.Sigmoid)
            .Build<float>(new Generator(1));
        PenaltyPath<float> path = new(
            network,
            Loss.BinaryCrossEntropy,
            new Lbfgs { Tolerance = 1e-6 },
            [1, 0.1, 0.01, 1e-3, 1e-4, 1e-5, 1e-6, 1e-7]
        )
        {
            Checkpoint = runs,
        };
        using CancellationTokenSource source = new();
        Counter counter = new(source, cancelledAfter);
        History history = path.Fit(
            ToyTraining.Moons<float>(24),
            ToyTraining.Moons<float>(200, seed: 2),
            2000,
            counter,
            source.Token
        );
        return (network.Parameters.Values.ToArray(), history, counter.Steps);
    }

    private sealed class Counter(CancellationTokenSource source, int cancelledAfter) : IProgress<EpochReport>
    {
        internal int Steps { get; private set; }

        public void Report(EpochReport value)
        {
            if (++Steps == cancelledAfter)
            {
                source.Cancel();
            }
        }
    }

    private static (float[] Numbers, History History) Fit(
        int memory,
        bool validates,
        InterruptedRuns? checkpoint,
        CancellationToken cancellation,
        Loss? loss = null
    )
    {
        SequentialNetwork<float> network = ToyTraining.Network<float>();
        FullBatchTrainer<float> trainer = new(
            network,
            loss ?? Loss.BinaryCrossEntropy,
            new Lbfgs { Memory = memory },
            new WeightPenalty(L2: 1e-3)
        )
        {
            Checkpoint = checkpoint,
        };
        Dataset<float>? validation = validates ? ToyTraining.Moons<float>(30, seed: 2) : null;
        History history = trainer.Fit(ToyTraining.Moons<float>(50), validation, 25, cancellation: cancellation);
        return (network.Parameters.Values.ToArray(), history);
    }

    /// <summary>The squared error, which cancels its training at one of its evaluations.</summary>
    private sealed record CancelAfter(CancellationTokenSource Source, int Evaluations) : Loss
    {
        private int left = Evaluations;

        public override string Name => "cancel-after";

        public override IReadOnlyList<double> Kinks => [];

        public override Loss? FusedWith(Activation output) => null;

        public override T Evaluate<T>(
            Matrix<T> prediction,
            Matrix<T> target,
            ReadOnlySpan<T> weights,
            Matrix<T> dPrediction
        )
        {
            if (--left == 0)
            {
                Source.Cancel();
            }
            return SquaredError.Evaluate(prediction, target, weights, dPrediction);
        }
    }
}
