using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Readings;

internal sealed class LayerReadingTests
{
    [Test]
    public void Probe_and_flow_read_the_same_of_the_same_step()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Dense(3, Activation.Tanh)
            .Dense(2, Activation.Softmax)
            .Build<double>(new Generator(5));
        Dataset<double> data = new(new Matrix<double>(2, 2, [1, -2, 0.5, 3]), OneHot.Encode<double>([0, 1], 2));
        LayerReading[] probed = [.. new LayerProbe<double>(Objective.Create(network, Loss.CrossEntropy), data).Look()];
        GradientFlow flow = new(network);
        Trainer<double> trainer = new(network, Loss.CrossEntropy, new Sgd(1e-12), new Generator(1)) { Observer = flow };
        trainer.Fit(data, null, new FitOptions { Epochs = 1, BatchSize = 2 }, flow);
        foreach ((LayerReading one, LayerReading other) in probed.Zip(flow.Epochs[0].Layers))
        {
            Assert.That(other.DeltaSize, Is.EqualTo(one.DeltaSize).Within(1e-12));
            Assert.That(other.GradientSize, Is.EqualTo(one.GradientSize).Within(1e-12));
            Assert.That(other.FlatShare, Is.EqualTo(one.FlatShare));
            Assert.That(other.ShutUnits, Is.EqualTo(one.ShutUnits));
            Assert.That(other.DistinctUnits, Is.EqualTo(one.DistinctUnits));
        }
        Assert.That(
            flow.Epochs[0].Layers.Select(layer => $"{layer.Layer}: {layer.Name}"),
            Is.EqualTo(["1: 3 tanh", "2: 2 softmax"])
        );
    }

    [Test]
    public void The_mean_weighs_samples_and_a_unit_is_shut_where_it_always_was()
    {
        LayerReading mean = LayerReading.Mean([Reading(2, 4, [0, 1], 0.5), Reading(6, 4, [1], null)]);
        Assert.That(mean.FlatShare, Is.EqualTo(8 / (8.0 * 3)));
        Assert.That(mean.ShutUnits, Is.EqualTo([1]));
        Assert.That(mean.DeadShare, Is.EqualTo(1 / 3.0));
        Assert.That(mean.UpdateRatio, Is.EqualTo(0.25), "a layer whose weights were 0 did not move beside them");
        Assert.That(mean.DeltaSize, Is.EqualTo(4));
    }

    private static LayerReading Reading(long samples, long flat, int[] shut, double? ratio) =>
        new()
        {
            Layer = 1,
            Units = 3,
            Activation = Activation.Relu,
            IsHidden = true,
            DeltaSize = samples,
            GradientSize = 1,
            WeightSize = 1,
            UpdateRatio = ratio,
            Samples = samples,
            FlatActivations = flat,
            ShutUnits = shut,
            Saturates = false,
            DistinctUnits = 3,
        };
}
