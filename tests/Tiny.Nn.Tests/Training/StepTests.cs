using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class StepTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T Largest = T.BitDecrement(T.PositiveInfinity);

    private readonly Dataset<T> moons = ToyTraining.Moons<T>(50);

    [TestCaseSource(typeof(Optimizer), nameof(Optimizer.All))]
    public void Steps_lower_the_loss(Optimizer optimizer)
    {
        Trainer<T> trainer = ToyTraining.Trainer(ToyTraining.Network<T>(), optimizer);
        T first = trainer.Step(moons.Inputs, moons.Targets);
        T last = first;
        for (int i = 0; i < 20; i++)
        {
            last = trainer.Step(moons.Inputs, moons.Targets);
        }
        Assert.That(last, Is.LessThan(first));
        Assert.That(trainer.Steps, Is.EqualTo(21));
    }

    [Test]
    public void Gradients_are_overwritten_never_accumulated()
    {
        Trainer<T> trainer = ToyTraining.Trainer(ToyTraining.Network<T>(), new Sgd(double.Epsilon));
        T first = trainer.Step(moons.Inputs, moons.Targets);
        double[] gradient = trainer.Gradient.ToDoubles();
        trainer.Step(moons.Inputs.Slice(0, 7), moons.Targets.Slice(0, 7));
        Assert.That(trainer.Gradient.ToDoubles(), Is.Not.EqualTo(gradient));
        Assert.That(trainer.Step(moons.Inputs, moons.Targets), Is.EqualTo(first));
        Assert.That(trainer.Gradient.ToDoubles(), Is.EqualTo(gradient).And.Some.Not.Zero);
    }

    [Test]
    public void A_plain_step_is_the_gradient_times_the_learning_rate()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        double[] before = network.Parameters.ToDoubles();
        Trainer<T> trainer = ToyTraining.Trainer(network, new Sgd(0.5));
        trainer.Step(moons.Inputs, moons.Targets);
        double[] expected = [.. before.Zip(trainer.Gradient.ToDoubles(), (theta, g) => theta - 0.5 * g)];
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(expected).Within(1e-6));
    }

    [Test]
    public void Clipping_comes_before_the_update()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        double[] before = network.Parameters.ToDoubles();
        UpdateRule rule = new(new Sgd(1)) { Clipping = new ClipByNorm(0.001) };
        Trainer<T> trainer = new(network, Loss.BinaryCrossEntropy, rule, new Generator(2));
        trainer.Step(moons.Inputs, moons.Targets);
        double moved = Math.Sqrt(
            before.Zip(network.Parameters.ToDoubles(), (from, to) => (to - from) * (to - from)).Sum()
        );
        Assert.That(moved, Is.EqualTo(0.001).Within(1e-6));
    }

    [Test]
    public void The_penalty_belongs_to_the_objective_and_spares_biases()
    {
        SequentialNetwork<T> network = Architecture.WithInputs(1).Dense(1, Activation.Identity).BuildUninitialized<T>();
        network.Parameters[0, 0] = T.CreateTruncating(3);
        network.Parameters[1, 0] = T.CreateTruncating(5);
        UpdateRule rule = new(new Sgd()) { Penalty = new WeightPenalty(L1: 0.5, L2: 0.25) };
        Trainer<T> trainer = new(network, Loss.SquaredError, rule, new Generator(0));
        T value = trainer.Step(Matrices.Row<T>(1), Matrices.Row<T>(8));
        Assert.That(double.CreateTruncating(value), Is.EqualTo(0.5 * 3 + 0.125 * 9));
        Assert.That(trainer.Gradient.ToDoubles(), Is.EqualTo([0.5 + 0.25 * 3, 0]));
    }

    [TestCase(1)]
    [TestCase(-0.5)]
    public void A_loss_that_is_no_number_stops_training_before_the_update(double share)
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        Trainer<T> trainer = new(network, Loss.SquaredError, new Sgd(0.25), new Generator(0));
        trainer.Step(moons.Inputs, moons.Targets);
        double[] before = network.Parameters.ToDoubles();
        Matrix<T> target = new(1, 1, [T.CreateTruncating(share) * Largest]);

        TrainingDivergedException thrown = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Step(moons.Inputs.Slice(0, 1), target)
        )!;
        Assert.That(thrown.Step, Is.EqualTo(2));
        Assert.That(thrown.Loss, Is.NaN.Or.EqualTo(double.PositiveInfinity));
        Assert.That(thrown.Message, Does.Contain("step 2").And.Contain("0.25"));
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(before));
        Assert.That(trainer.Steps, Is.EqualTo(1));
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void A_number_that_is_not_finite_is_refused_before_the_update_and_by_its_place(double poison)
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        Trainer<T> trainer = new(network, Loss.SquaredError, new Sgd(0.25), new Generator(0));
        double[] before = network.Parameters.ToDoubles();
        string name = double.IsNaN(poison) ? "NaN" : "Infinity";
        Assert.Multiple(() =>
        {
            Assert.That(
                () => trainer.Step(moons.Inputs.Slice(0, 2), Matrices.Row<T>(0, poison)),
                Throws.TypeOf<ArgumentException>().With.Message.Contain($"Targets[0, 1] is {name}")
            );
            Assert.That(
                () => trainer.Step(Matrices.Column<T>(1, poison), Matrices.Row<T>(1)),
                Throws.TypeOf<ArgumentException>().With.Message.Contain($"Inputs[1, 0] is {name}")
            );
            T[] weights = [T.CreateTruncating(poison), T.One];
            Assert.That(
                () => trainer.Step(new Batch<T>(moons.Inputs.Slice(0, 2), moons.Targets.Slice(0, 2), weights)),
                Throws.TypeOf<ArgumentException>().With.Message.Contain("weight")
            );
        });
        Assert.That(network.Parameters.ToDoubles(), Is.EqualTo(before));
        Assert.That(trainer.Steps, Is.Zero);
    }

    [Test]
    public void A_gradient_that_overflows_before_the_loss_does_stops_training_too()
    {
        // The error r is small enough for r², but too large for r·x.
        double x = typeof(T) == typeof(float) ? 1e30 : 1e250;
        double r = typeof(T) == typeof(float) ? 1e10 : 1e100;
        SequentialNetwork<T> network = Architecture.WithInputs(1).Dense(1, Activation.Identity).BuildUninitialized<T>();
        Trainer<T> trainer = new(network, Loss.SquaredError, new Sgd(0.25), new Generator(0));
        TrainingDivergedException thrown = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Step(Matrices.Row<T>(x), Matrices.Row<T>(r))
        )!;
        Assert.That(thrown.Loss, Is.EqualTo(r * r / 2).Within(1).Percent);
        Assert.That(thrown.Message, Does.Contain("gradient not finite"));
        Assert.That(network.Parameters.ToDoubles(), Has.All.Zero);
    }

    [Test]
    public void Too_large_a_learning_rate_ends_in_an_explanation()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(2)
            .Dense(1, Activation.Identity)
            .Build<T>(new Generator(1));
        Trainer<T> trainer = new(network, Loss.SquaredError, new Sgd(1e6), new Generator(2));
        FitOptions options = new() { Epochs = 1000 };
        Assert.That(() => trainer.Fit(moons, null, options), Throws.TypeOf<TrainingDivergedException>());
    }
}
