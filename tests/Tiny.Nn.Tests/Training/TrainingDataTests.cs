using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class TrainingDataTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly FitOptions options = new() { Epochs = 1 };

    [TestCase(double.NaN, "NaN")]
    [TestCase(double.PositiveInfinity, "Infinity")]
    [TestCase(double.NegativeInfinity, "-Infinity")]
    public void A_number_that_is_not_finite_is_refused_by_its_place(double poison, string name)
    {
        Assert.Multiple(() =>
        {
            Assert.That(
                () => Fit(moons => moons.Targets[0, 3] = T.CreateTruncating(poison)),
                Throws.ArgumentException.With.Message.Contain($"Targets[0, 3] is {name}")
            );
            Assert.That(
                () => Fit(moons => moons.Inputs[1, 5] = T.CreateTruncating(poison)),
                Throws.ArgumentException.With.Message.Contain($"Inputs[1, 5] is {name}")
            );
        });
    }

    [Test]
    public void A_validation_set_is_looked_at_too()
    {
        Dataset<T> validation = ToyTraining.Moons<T>(10);
        validation.Targets[0, 9] = T.NaN;
        Assert.That(
            () => ToyTraining.Trainer(ToyTraining.Network<T>()).Fit(ToyTraining.Moons<T>(10), validation, options),
            Throws.ArgumentException.With.Property("ParamName").EqualTo("validation")
        );
    }

    [Test]
    public void Large_numbers_whose_sum_overflows_are_numbers()
    {
        T[] largest = [.. Enumerable.Repeat(Largest, 4)];
        Dataset<T> large = new(new Matrix<T>(2, 2, largest), new Matrix<T>(1, 2));
        try
        {
            ToyTraining.Trainer(ToyTraining.Network<T>()).Fit(large, null, options);
        }
        catch (TrainingDivergedException)
        {
            // They may be too large to learn from; that is for the training to say.
        }
    }

    [Test]
    public void Samples_that_do_not_fit_the_network_are_told_by_their_sizes() =>
        Assert.That(
            () =>
                ToyTraining
                    .Trainer(ToyTraining.Network<T>())
                    .Fit(new Dataset<T>(new Matrix<T>(3, 4), new Matrix<T>(2, 4)), null, options),
            Throws.ArgumentException.With.Message.Contain(
                "Samples of 3 inputs and 2 targets were given, the network has 2 inputs and 1 outputs"
            )
        );

    [Test]
    public void Inputs_and_targets_of_another_size_are_told_in_a_step_and_a_prediction()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        Trainer<T> trainer = ToyTraining.Trainer(network);
        Assert.Multiple(() =>
        {
            Assert.That(
                () => network.Predict(new Matrix<T>(300, 1)),
                Throws.ArgumentException.With.Message.EqualTo("300 inputs per sample were given, the network takes 2.")
            );
            Assert.That(
                () => trainer.Step(new Matrix<T>(3, 1), new Matrix<T>(1, 1)),
                Throws.ArgumentException.With.Message.EqualTo("3 inputs per sample were given, the network takes 2.")
            );
            Assert.That(
                () => trainer.Step(new Matrix<T>(2, 5), new Matrix<T>(3, 5)),
                Throws.ArgumentException.With.Message.EqualTo(
                    "3 targets per sample were given, the predictions have 1 outputs."
                )
            );
        });
    }

    [Test]
    public void A_divergence_before_any_update_does_not_blame_the_rate()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        Trainer<T> trainer = ToyTraining.Trainer(network);
        TrainingDivergedException first = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Step(Matrices.Column<T>(1, 0), new Matrix<T>(1, 1, [Largest]))
        )!;
        Assert.That(first.Message, Does.Contain("step 1").And.Contain("not the learning rate"));
        Assert.That(first.Message, Does.Not.Contain("below"));
        trainer.Step(Matrices.Column<T>(1, 0), Matrices.Row<T>(1));
        TrainingDivergedException second = Assert.Throws<TrainingDivergedException>(() =>
            trainer.Step(Matrices.Column<T>(1, 0), new Matrix<T>(1, 1, [Largest]))
        )!;
        Assert.That(second.Message, Does.Contain("step 2").And.Contain("a learning rate below 0.01"));
    }

    private static T Largest => T.BitDecrement(T.PositiveInfinity);

    private void Fit(Action<Dataset<T>> poison)
    {
        Dataset<T> moons = ToyTraining.Moons<T>(10);
        poison(moons);
        ToyTraining.Trainer(ToyTraining.Network<T>()).Fit(moons, null, options);
    }
}
