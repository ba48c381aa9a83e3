using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Optimizers;

/// <summary>An optimizer that somebody else writes has a moment and a step count, and a schedule moves its rate.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class OwnOptimizerTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void Its_moment_and_its_steps_are_kept()
    {
        MeanGradient optimizer = new(0.5);
        OptimizerState<T> state = optimizer.CreateState<T>(2);
        T[] parameters = [T.Zero, T.Zero];
        foreach (double g in Items.Of(4.0, 2, 0))
        {
            optimizer.Update<T>(parameters, [T.CreateTruncating(g), T.CreateTruncating(-g)], state, 0.5);
        }
        Assert.That(state.Steps, Is.EqualTo(3));
        // The means are 4, 3 and 2.
        Assert.That(parameters, Is.EqualTo([T.CreateTruncating(-4.5), T.CreateTruncating(4.5)]));
    }

    [Test]
    public void A_schedule_moves_its_rate()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Identity)
            .Build<T>(new Generator(seed: 1));
        UpdateRule rule = new(new MeanGradient(0.5)) { Schedule = LearningRateSchedule.Step(1, 0.5) };
        Trainer<T> trainer = new(network, Loss.SquaredError, rule, new Generator(seed: 2))
        {
            Length = new TrainingLength(4, 2),
        };
        List<double> rates = [];
        for (int step = 0; step < 4; step++)
        {
            trainer.Step(new Matrix<T>(1, 1), new Matrix<T>(1, 1));
            rates.Add(trainer.LearningRate);
        }
        Assert.That(trainer.Steps, Is.EqualTo(4));
        Assert.That(rates, Is.EqualTo([0.5, 0.5, 0.25, 0.25]));
    }

    /// <summary>θ ← θ − η·(the mean of all gradients so far).</summary>
    private sealed record MeanGradient(double LearningRate) : Optimizer(LearningRate)
    {
        public override string Name => "mean-gradient";

        public override int Moments => 1;

        public override void Update<TNumber>(
            Span<TNumber> parameters,
            ReadOnlySpan<TNumber> gradient,
            OptimizerState<TNumber> state,
            double learningRate
        )
        {
            TNumber steps = TNumber.CreateTruncating(state.BeginStep());
            Span<TNumber> sum = state.Moment(0);
            for (int i = 0; i < parameters.Length; i++)
            {
                sum[i] += gradient[i];
                parameters[i] -= TNumber.CreateTruncating(learningRate) * sum[i] / steps;
            }
        }
    }
}
