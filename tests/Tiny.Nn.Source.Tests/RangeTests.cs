using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Training;

namespace Tiny.Nn.Source.Tests;

/// <summary>Settings that make no sense are refused where they are given, by name, and also where a copy changes them.</summary>
public sealed class RangeTests
{
    private static readonly TestCaseData[] Nonsense =
    [
        Case(() => new EarlyStopping(0), "Patience"),
        Case(() => new EarlyStopping(3) with { Patience = -1 }, "Patience"),
        Case(() => new Elu(-1), "Alpha"),
        Case(() => new Elu(double.NaN), "Alpha"),
        Case(() => new Elu(double.PositiveInfinity), "Alpha"),
        Case(() => new Elu(1) with { Alpha = -0.5 }, "Alpha"),
        Case(() => new LeakyRelu(double.NaN), "Alpha"),
        Case(() => new LeakyRelu(double.NegativeInfinity), "Alpha"),
        Case(() => new LeakyRelu(1) with { Alpha = double.NaN }, "Alpha"),
        Case(() => new Huber(0), "Delta"),
        Case(() => new Huber(double.NaN), "Delta"),
        Case(() => new CrossEntropy(1), "LabelSmoothing"),
        Case(() => new CrossEntropy(-0.1), "LabelSmoothing"),
        Case(() => new SoftmaxCrossEntropy(1), "LabelSmoothing"),
        Case(() => new BinaryCrossEntropy(2), "LabelSmoothing"),
        Case(() => new SigmoidBinaryCrossEntropy(double.NaN), "LabelSmoothing"),
        Case(() => new ClipByNorm(0), "MaximumNorm"),
        Case(() => new ClipByNorm(double.PositiveInfinity), "MaximumNorm"),
        Case(() => new ClipByValue(-1), "MaximumMagnitude"),
        Case(() => GradientClipping.ByNorm(-1), "MaximumNorm"),
        Case(() => GradientClipping.ByValue(double.NaN), "MaximumMagnitude"),
        Case(() => new Sgd(double.NaN), "LearningRate"),
        Case(() => new Sgd(0), "LearningRate"),
        Case(() => new Adam(-1), "LearningRate"),
        Case(() => new Adam(double.PositiveInfinity), "LearningRate"),
        Case(() => new Adam() with { LearningRate = -1 }, "LearningRate"),
        Case(() => (Optimizer)new Adam() with { LearningRate = double.NaN }, "LearningRate"),
        Case(() => new Adam(Beta1: 1), "Beta1"),
        Case(() => new Adam(Beta2: -0.1), "Beta2"),
        Case(() => new Adam(Epsilon: 0), "Epsilon"),
        Case(() => new Adam() with { Beta2 = 1.5 }, "Beta2"),
        Case(() => new AdamW(Beta1: double.NaN), "Beta1"),
        Case(() => new AdamW(Beta2: 2), "Beta2"),
        Case(() => new AdamW(Epsilon: -1), "Epsilon"),
        Case(() => new AdamW(WeightDecay: -0.01), "WeightDecay"),
        Case(() => new AdamW() with { WeightDecay = double.PositiveInfinity }, "WeightDecay"),
        Case(() => new Momentum(Decay: 1), "Decay"),
        Case(() => new Nesterov(Decay: -0.5), "Decay"),
        Case(() => new Adagrad(Epsilon: 0), "Epsilon"),
        Case(() => new RmsProp(Decay: 1), "Decay"),
        Case(() => new RmsProp(Epsilon: double.NaN), "Epsilon"),
        Case(() => new WeightPenalty(L1: -1), "L1"),
        Case(() => new WeightPenalty(L2: double.NaN), "L2"),
        Case(() => new WeightPenalty() with { L2 = -1 }, "L2"),
        Case(() => new FitOptions { Epochs = -1 }, "Epochs"),
        Case(() => new FitOptions { BatchSize = 0 }, "BatchSize"),
        Case(() => new Lbfgs { Memory = 0 }, "Memory"),
        Case(() => new Lbfgs { Tolerance = -1 }, "Tolerance"),
        Case(() => new TrainingLength(0), "Steps"),
        Case(() => new TrainingLength(1, 0), "StepsPerEpoch"),
        Case(() => new TrainingLength(1) with { StepsPerEpoch = -1 }, "StepsPerEpoch"),
        Case(() => LearningRateSchedule.Step(0, 0.1), "Epochs"),
        Case(() => LearningRateSchedule.Exponential(1), "Decay"),
        Case(() => LearningRateSchedule.Cosine(1), "Floor"),
        Case(() => LearningRateSchedule.WarmUp(0, LearningRateSchedule.Constant), "Epochs"),
        Case(() => LearningRateSchedule.OneCycle(0), "Rise"),
        Case(() => LearningRateSchedule.Plateau(0, 0.5), "Patience"),
        Case(() => new DenseDescription(0), "Units"),
        Case(() => new DropoutDescription(1), "Rate"),
    ];

    [TestCaseSource(nameof(Nonsense))]
    public void A_setting_outside_its_range_is_refused_by_name(Func<object> create, string name) =>
        Assert.That(
            () => create(),
            Throws
                .TypeOf<ArgumentOutOfRangeException>()
                .With.Property("ParamName")
                .EqualTo(name)
                .And.Message.StartsWith($"{name} must ")
        );

    [Test]
    public void The_edges_of_a_range_are_inside()
    {
        Assert.That(new Elu(0).Alpha, Is.Zero);
        Assert.That(new Elu(double.MaxValue).Alpha, Is.EqualTo(double.MaxValue));
        Assert.That(new LeakyRelu(double.MinValue).Alpha, Is.EqualTo(double.MinValue));
        Assert.That(new EarlyStopping(1).Patience, Is.EqualTo(1));
        Assert.That(new CrossEntropy(0).LabelSmoothing, Is.Zero);
        Assert.That(new DropoutDescription(0).Rate, Is.Zero);
        Assert.That(new DenseDescription(1).Units, Is.EqualTo(1));
        Assert.That(new Adam(double.Epsilon, 0, 0, double.Epsilon).Beta1, Is.Zero);
        Assert.That(new AdamW(WeightDecay: 0).WeightDecay, Is.Zero);
        Assert.That(new WeightPenalty(0, 0), Is.EqualTo(WeightPenalty.None));
        Assert.That(new FitOptions { Epochs = 0, BatchSize = 1 }.Epochs, Is.Zero);
    }

    private static TestCaseData Case(Func<object> create, string name) => new(create, name);
}
