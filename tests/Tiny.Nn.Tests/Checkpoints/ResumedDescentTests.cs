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
