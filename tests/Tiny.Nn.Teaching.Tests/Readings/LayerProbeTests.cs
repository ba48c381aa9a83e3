using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Readings;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LayerProbeTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void Sizes_are_those_of_a_calculation_by_hand()
    {
        // One sample, x = 2: z₁ = 0.5·2 = 1, −1·2 = −2; ReLU gives 1 and 0; output 3·1 + 4·0 = 3; target 1, so δ₂ = 2.
        SequentialNetwork<T> network = Architecture
            .WithInputs(1)
            .Dense(2, Activation.Relu)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<T>();
        Fill(network, 0.5, -1, 0, 0, 3, 4, 0);
        LayerProbe<T> probe = new(Objective.Create(network, Loss.SquaredError), Samples([2], [1]));
        IReadOnlyList<LayerReading> layers = probe.Look();
        Assert.That(layers.Select(layer => layer.Layer), Is.EqualTo([1, 2]));
        Assert.That(layers.Select(layer => layer.IsHidden), Is.EqualTo([true, false]));
        LayerReading hidden = layers[0];
        Assert.That(hidden.DeltaSize, Is.EqualTo(Math.Sqrt(6 * 6 / 2.0)).Within(1e-6), "δ₁ = (6, 0)");
        Assert.That(hidden.GradientSize, Is.EqualTo(Math.Sqrt(12 * 12 / 2.0)).Within(1e-6), "dW₁ = (12, 0)");
        Assert.That(hidden.WeightSize, Is.EqualTo(Math.Sqrt((0.25 + 1) / 2)).Within(1e-6));
        Assert.That(hidden.DeadShare, Is.EqualTo(0.5));
        Assert.That(hidden.SaturatedShare, Is.Null);
        Assert.That(layers[1].DeltaSize, Is.EqualTo(2).Within(1e-6));
        Assert.That(layers[1].GradientSize, Is.EqualTo(Math.Sqrt(2)).Within(1e-6), "dW₂ = (2, 0)");
    }

    [Test]
    public void Delta_is_that_of_a_sample_whatever_their_number()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        Dataset<T> one = ToyTraining.Moons<T>(1);
        double single = Probe(network, one).Look()[0].DeltaSize;
        double many = Probe(network, one.Select([0, 0, 0, 0, 0])).Look()[0].DeltaSize;
        Assert.That(many, Is.EqualTo(single).Within(1e-5 * single));
    }

    [Test]
    public void Updates_are_measured_from_one_look_to_the_next()
    {
        SequentialNetwork<T> network = ToyTraining.Network<T>();
        LayerProbe<T> probe = Probe(network, ToyTraining.Moons<T>(20));
        Assert.That(probe.Look().Select(layer => layer.UpdateRatio), Is.All.Null);
        foreach (ref T parameter in network.Parameters.Values)
        {
            parameter *= T.CreateTruncating(1.25);
        }
        Assert.That(probe.Look().Select(layer => layer.UpdateRatio), Is.All.EqualTo(0.25).Within(1e-6));
        Assert.That(probe.Look().Select(layer => layer.UpdateRatio), Is.All.EqualTo(0));
    }

    [TestCase(0.01, 0)]
    [TestCase(100, 1)]
    public void A_sigmoid_with_large_sums_is_saturated(double weight, double expected)
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(1)
            .Dense(1, Activation.Sigmoid)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<T>();
        Fill(network, weight, 0, 1, 0);
        LayerReading hidden = Probe(network, Samples([1, -1, 2, -2], [0, 0, 0, 0])).Look()[0];
        Assert.That(hidden.SaturatedShare, Is.EqualTo(expected));
        Assert.That(hidden.DeadShare, Is.EqualTo(expected));
    }

    [Test]
    public void Units_that_start_equal_are_counted_once()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(2)
            .Dense(5, Activation.Tanh, Initializer.Zeros)
            .Dense(3, Activation.Softmax)
            .Build<T>(new Generator(seed: 1));
        Dataset<T> samples = new(new Matrix<T>(2, 3), OneHot.Encode<T>([0, 1, 2], 3));
        IReadOnlyList<LayerReading> layers = new LayerProbe<T>(
            Objective.Create(network, Loss.CrossEntropy),
            samples
        ).Look();
        Assert.That(layers.Select(layer => layer.DistinctUnits), Is.EqualTo([1, 3]));
        Assert.That(layers.Select(layer => layer.DeadShare), Is.EqualTo([0, (double?)null]));
    }

    [Test]
    public void Training_gives_the_same_bits_with_a_probe_and_without()
    {
        T[] Train(bool probed)
        {
            SequentialNetwork<T> network = ToyTraining.Network<T>(dropout: 0.2);
            Dataset<T> moons = ToyTraining.Moons<T>(60);
            LayerProbe<T>? probe = probed ? Probe(network, moons) : null;
            Trainer<T> trainer = ToyTraining.Trainer(network);
            trainer.Fit(moons, null, new FitOptions { Epochs = 5 }, new Observer(() => probe?.Look()));
            return network.Parameters.Values.ToArray();
        }
        Assert.That(Train(probed: true), Is.EqualTo(Train(probed: false)));
    }

    [Test]
    public void There_must_be_samples() =>
        Assert.That(
            () => Probe(ToyTraining.Network<T>(), new Dataset<T>(new Matrix<T>(2, 0), new Matrix<T>(1, 0))),
            Throws.ArgumentException
        );

    private static LayerProbe<T> Probe(SequentialNetwork<T> network, Dataset<T> samples) =>
        new(
            Objective.Create(
                network,
                network.Architecture.OutputActivation == Activation.Sigmoid
                    ? Loss.BinaryCrossEntropy
                    : Loss.SquaredError
            ),
            samples
        );

    private static Dataset<T> Samples(double[] x, double[] target) =>
        new(
            new Matrix<T>(1, x.Length, [.. x.Select(T.CreateTruncating)]),
            new Matrix<T>(1, x.Length, [.. target.Select(T.CreateTruncating)])
        );

    private static void Fill(SequentialNetwork<T> network, params double[] parameters)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            network.Parameters[i, 0] = T.CreateTruncating(parameters[i]);
        }
    }

    private sealed class Observer(Action look) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => look();
    }
}
