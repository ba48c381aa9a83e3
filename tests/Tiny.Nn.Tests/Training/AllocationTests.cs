using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>Once warm, a step and a prediction leave nothing for the garbage collector.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
[NonParallelizable]
public sealed class AllocationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly object[] Cases =
    [
        new object[] { "relu", Activation.Softmax, Loss.CrossEntropy },
        new object[] { "gelu", Activation.Sigmoid, new BinaryCrossEntropy(LabelSmoothing: 0.1) },
        new object[] { "elu:0.5", Activation.Identity, Loss.SquaredError },
        new object[] { "softmax", Activation.Identity, Loss.Huber },
        new object[] { "mish", Activation.Softmax, Loss.BinaryCrossEntropy },
        new object[] { "hard-sigmoid", Activation.Tanh, Loss.AbsoluteError },
    ];

    [TestCaseSource(nameof(Cases))]
    public void A_warm_step_allocates_nothing(string hidden, Activation output, Loss loss)
    {
        Matrix<T> x = TestNumbers.Matrix<T>(5, 20);
        Matrix<T> target = Matrices.OneHot<T>(3, [.. Enumerable.Range(0, 20).Select(i => i % 3)]);
        T[] weights = TestNumbers.Uniform<T>(20, 0.5, 1.5, seed: 2);
        foreach (Optimizer optimizer in Optimizer.All)
        {
            SequentialNetwork<T> network = Network(hidden, output);
            foreach (
                GradientClipping? clipping in new GradientClipping?[]
                {
                    null,
                    new ClipByNorm(0.01),
                    new ClipByValue(0.01),
                }
            )
            {
                UpdateRule rule = new(optimizer) { Penalty = new WeightPenalty(0.01, 0.01), Clipping = clipping };
                Trainer<T> trainer = new(network, loss, rule, new Generator(3));
                Assert.That(Allocated(() => trainer.Step(x, target)), Is.Zero, $"{optimizer}");
                Assert.That(
                    Allocated(() => trainer.Step(new Batch<T>(x, target, weights))),
                    Is.Zero,
                    $"{optimizer}, weighted"
                );
            }
        }
    }

    [TestCaseSource(typeof(LearningRateSchedule), nameof(LearningRateSchedule.All))]
    public void A_warm_step_by_a_schedule_allocates_nothing(LearningRateSchedule schedule)
    {
        Matrix<T> x = TestNumbers.Matrix<T>(5, 20);
        Matrix<T> target = Matrices.OneHot<T>(3, [.. Enumerable.Range(0, 20).Select(i => i % 3)]);
        UpdateRule rule = new(new Adam()) { Schedule = schedule };
        Trainer<T> trainer = new(Network("relu", Activation.Softmax), Loss.CrossEntropy, rule, new Generator(3))
        {
            Length = new TrainingLength(Steps: 300, StepsPerEpoch: 100),
        };
        Assert.That(Allocated(() => trainer.Step(x, target)), Is.Zero);
    }

    [Test]
    public void A_warm_step_with_rate_factors_decay_and_scheduled_dropout_and_smoothing_allocates_nothing()
    {
        Matrix<T> x = TestNumbers.Matrix<T>(5, 20);
        Matrix<T> target = Matrices.OneHot<T>(3, [.. Enumerable.Range(0, 20).Select(i => i % 3)]);
        SequentialNetwork<T> network = Architecture
            .WithInputs(5)
            .Add(new DiagonalScalingDescription())
            .Add(new NtkDenseDescription(17))
            .Add(new ParametricActivationDescription(Activation.Selu))
            .Add(new DropoutDescription(0.15) { Schedule = LearningRateSchedule.FlatCosine })
            .Add(new NtkDenseDescription(3))
            .Activation(Activation.Softmax)
            .Build<T>(new Generator(1));
        UpdateRule rule = new(new Adam())
        {
            Schedule = LearningRateSchedule.CosLog4,
            RateFactors = new RateFactors
            {
                Bias = 0.1,
                Scale = 6,
                Slope = 0.1,
            },
            Decay = new WeightDecay(0.02) { Schedule = LearningRateSchedule.FlatCosine },
        };
        CrossEntropy loss = new(0.1) { SmoothingSchedule = LearningRateSchedule.CosLog4 };
        Trainer<T> trainer = new(network, loss, rule, new Generator(3))
        {
            Length = new TrainingLength(Steps: 300, StepsPerEpoch: 100),
        };
        Assert.That(Allocated(() => trainer.Step(x, target)), Is.Zero);
    }

    [TestCaseSource(nameof(Cases))]
    public void A_warm_prediction_allocates_nothing(string hidden, Activation output, Loss loss)
    {
        SequentialNetwork<T> network = Network(hidden, output);
        Objective<T> objective = Objective.Create(network, loss);
        Workspace<T> workspace = network.CreateWorkspace(16);
        Matrix<T> x = TestNumbers.Matrix<T>(5, 40);
        Matrix<T> answers = new(3, 40);
        Assert.That(Allocated(() => network.Predict(x, workspace, answers)), Is.Zero);
        Workspace<T> validating = objective.Network.CreateWorkspace(16);
        Assert.That(Allocated(() => objective.Evaluate(new Batch<T>(x, answers), validating)), Is.Zero, "validation");
        if (ValidationScores.Create(objective.Loss, answers) is { } score)
        {
            Assert.That(
                Allocated(() => objective.Evaluate(new Batch<T>(x, answers), validating, score)),
                Is.Zero,
                "scored validation"
            );
        }
    }

    [TestCaseSource(typeof(LayerKinds), nameof(LayerKinds.Examples))]
    public void A_layer_of_any_kind_allocates_nothing(LayerDescription layer)
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(5)
            .Dense(6)
            .Add(layer)
            .Dense(3, Activation.Softmax)
            .Build<T>(new Generator(1));
        Matrix<T> x = TestNumbers.Matrix<T>(5, 20);
        Matrix<T> target = Matrices.OneHot<T>(3, [.. Enumerable.Range(0, 20).Select(i => i % 3)]);
        Matrix<T> answers = new(3, 20);
        Workspace<T> workspace = network.CreateWorkspace(16);
        Trainer<T> trainer = new(network, Loss.CrossEntropy, new Adam(), new Generator(3))
        {
            Length = new TrainingLength(Steps: 300, StepsPerEpoch: 100),
        };
        Assert.That(Allocated(() => trainer.Step(x, target)), Is.Zero, "a step");
        Assert.That(Allocated(() => network.Predict(x, workspace, answers)), Is.Zero, "a prediction");
    }

    private static SequentialNetwork<T> Network(string hidden, Activation output) =>
        Architecture
            .WithInputs(5)
            .Dense(17)
            .BatchNormalization()
            .Activation(Activation.Parse(hidden))
            .Dropout(0.2)
            .Dense(6)
            .LayerNormalization()
            .Activation(Activation.Tanh)
            .Dense(3, output)
            .Build<T>(new Generator(1));

    private static long Allocated(Action action)
    {
        action();
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        action();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
