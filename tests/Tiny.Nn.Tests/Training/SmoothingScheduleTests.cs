using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>Label smoothing that changes as training goes on.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SmoothingScheduleTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Epsilon = 0.4;

    private static readonly LearningRateSchedule Halving = LearningRateSchedule.Exponential(0.5);

    private static readonly (Activation Output, Func<double, SmoothedLoss> Of)[] Losses =
    [
        (Activation.Softmax, epsilon => new CrossEntropy(epsilon)),
        (Activation.Sigmoid, epsilon => new BinaryCrossEntropy(epsilon)),
        (Activation.Sigmoid, epsilon => new SigmoidBinaryCrossEntropy(epsilon)),
        (Activation.Identity, epsilon => new SoftmaxCrossEntropy(epsilon)),
    ];

    [Test]
    public void Each_step_has_the_smoothing_of_its_place([Range(0, 3)] int which)
    {
        (Activation output, Func<double, SmoothedLoss> of) = Losses[which];
        SequentialNetwork<T> scheduled = Network(output);
        SequentialNetwork<T> plain = Network(output);
        SmoothedLoss loss = of(Epsilon) with { SmoothingSchedule = Halving };
        Trainer<T> trainer = new(scheduled, loss, new Sgd(0.5), new Generator(2)) { Length = new(3, 1) };
        (Matrix<T> x, Matrix<T> target) = Samples();
        foreach (double factor in new[] { 1, 0.5, 0.25 })
        {
            Trainer<T> other = new(plain, of(Epsilon * factor), new Sgd(0.5), new Generator(2));
            Assert.That(trainer.Step(x, target), Is.EqualTo(other.Step(x, target)));
            Bits.AssertSame<T>(scheduled.Parameters.Values, plain.Parameters.Values, $"factor {factor}");
        }
    }

    [Test]
    public void Validation_has_the_whole_of_it_in_every_epoch()
    {
        SequentialNetwork<T> network = Network(Activation.Softmax);
        CrossEntropy loss = new(Epsilon) { SmoothingSchedule = Halving };
        (Matrix<T> x, Matrix<T> target) = Samples();
        Dataset<T> samples = new(x, target);
        FitOptions options = new() { Epochs = 3 };
        History history = new Trainer<T>(network, loss, new Sgd(1e-30), new Generator(2)).Fit(
            samples,
            samples,
            options
        );
        Assert.That(history.Epochs.Select(epoch => epoch.ValidationLoss).Distinct().Count(), Is.EqualTo(1));
        Assert.That(history.Epochs.Select(epoch => epoch.TrainingLoss).Distinct().Count(), Is.EqualTo(3));
    }

    [Test]
    public void The_fused_form_has_the_same_schedule() =>
        Assert.Multiple(() =>
        {
            CrossEntropy loss = new(Epsilon) { SmoothingSchedule = Halving };
            Assert.That(
                loss.FusedWith(Activation.Softmax),
                Is.EqualTo(new SoftmaxCrossEntropy(Epsilon) { SmoothingSchedule = Halving })
            );
            BinaryCrossEntropy two = new(Epsilon) { SmoothingSchedule = Halving };
            Assert.That(
                two.FusedWith(Activation.Sigmoid),
                Is.EqualTo(new SigmoidBinaryCrossEntropy(Epsilon) { SmoothingSchedule = Halving })
            );
        });

    private static SequentialNetwork<T> Network(Activation output) =>
        Architecture.WithInputs(2).Dense(3, output).Build<T>(new Generator(1));

    private static (Matrix<T> X, Matrix<T> Target) Samples() =>
        (TestNumbers.Matrix<T>(2, 12, seed: 3), Matrices.OneHot<T>(3, [.. Enumerable.Range(0, 12).Select(i => i % 3)]));
}
