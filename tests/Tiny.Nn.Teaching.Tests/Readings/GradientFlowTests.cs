using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Teaching.Toy;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Readings;

public sealed class GradientFlowTests
{
    /// <summary>The network that every course works by hand: its δ are known.</summary>
    private static SequentialNetwork<double> ByHand()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Dense(2, Activation.Sigmoid)
            .Dense(2, Activation.Sigmoid)
            .BuildUninitialized<double>();
        double[] parameters = [.15, .25, .20, .30, .35, .35, .40, .50, .45, .55, .60, .60];
        parameters.CopyTo(network.Parameters.Values);
        return network;
    }

    [Test]
    public void Sizes_are_those_of_the_network_worked_by_hand()
    {
        SequentialNetwork<double> network = ByHand();
        double[] before = network.Parameters.Values.ToArray();
        GradientFlow flow = new(network);
        Trainer<double> trainer = new(network, Loss.SquaredError, new Sgd(0.5), new Generator(1)) { Observer = flow };
        Dataset<double> data = new(new Matrix<double>(2, 1, [.05, .10]), new Matrix<double>(2, 1, [.01, .99]));
        trainer.Fit(data, null, new FitOptions { Epochs = 1 }, flow);
        double[] after = network.Parameters.Values.ToArray();
        LayerReading[] layers = [.. flow.Epochs.Single().Layers];
        Assert.That(
            layers.Select(layer => $"{layer.Layer}: {layer.Name}"),
            Is.EqualTo(["1: 2 sigmoid", "2: 2 sigmoid"])
        );

        // The engine's squared error is of a scale of its own: only that and the known numbers decide.
        double scale = (before[6] - after[6]) / 0.5 / 0.082167040564231;
        double delta = Math.Sqrt((Square(0.138498561628557) + Square(0.038098236516556)) / 2);
        Assert.That(layers[1].DeltaSize, Is.EqualTo(scale * delta).Within(1e-12));
        for (int layer = 0; layer < 2; layer++)
        {
            int start = 6 * layer;
            double changed = Math.Sqrt(Enumerable.Range(start, 4).Sum(i => Square(after[i] - before[i])));
            double size = Math.Sqrt(Enumerable.Range(start, 4).Sum(i => Square(before[i])));
            Assert.That(layers[layer].UpdateRatio, Is.EqualTo(changed / size).Within(1e-14));
            Assert.That(layers[layer].GradientSize, Is.EqualTo(changed / 0.5 / 2).Within(1e-14));
        }
        Assert.That(layers[0].FlatShare, Is.Zero);
        Assert.That(layers[0].ShutUnits, Is.Empty);
        Assert.That(layers[1].FlatShare, Is.Null, "the output's activation is the loss's affair");
    }

    [Test]
    public void Dead_and_saturated_units_are_seen()
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(1)
            .Dense(4, Activation.Relu)
            .Dense(1, Activation.Identity)
            .BuildUninitialized<double>();

        // Units that are on for all samples, for the right ones, for none, for none.
        double[] parameters = [0.1, 1, 0.1, 1, 5, 0, -5, -9, 1, 1, 1, 1, 0];
        parameters.CopyTo(network.Parameters.Values);
        GradientFlow flow = new(network);
        Trainer<double> trainer = new(network, Loss.SquaredError, new Sgd(1e-9), new Generator(1)) { Observer = flow };
        Dataset<double> data = new(new Matrix<double>(1, 4, [-2, -1, 1, 2]), new Matrix<double>(1, 4, [1, 1, 1, 1]));
        trainer.Fit(data, null, new FitOptions { Epochs = 2, BatchSize = 2 }, flow);
        Assert.That(flow.Epochs, Has.Count.EqualTo(2));
        foreach (FlowEpoch epoch in flow.Epochs)
        {
            Assert.That(epoch.Layers[0].ShutUnits, Is.EqualTo([2, 3]));
            Assert.That(epoch.Layers[0].FlatShare, Is.EqualTo((0 + 2 + 4 + 4) / 16.0));
            Assert.That(epoch.Layers[1].ShutUnits, Is.Null);
        }
    }

    [Test]
    public void Looking_changes_no_bit_of_what_train_does()
    {
        Table table = new Spiral().Draw(90, new Generator(1)).ToTable();
        int[] rows = [.. Enumerable.Range(0, 90)];
        Recipe recipe = new()
        {
            Epochs = 5,
            Hidden = [8, 8],
            Dropout = 0.2,
            Activation = Activation.Tanh,
        };
        Plan<double> plan = Experiment.Plan<double>(table, rows, recipe);
        SequentialNetwork<double> network = plan.Build();
        GradientFlow flow = new(network);
        plan.Train(network, flow, flow);
        Trained<double> fitted = Experiment.Plan<double>(table, rows, recipe).Train();
        Assert.That(network.Parameters.Values.ToArray(), Is.EqualTo(fitted.Model.Network.Parameters.Values.ToArray()));
        Assert.That(flow.Epochs, Has.Count.EqualTo(5));
        Assert.That(flow.Epochs[0].Layers.Select(layer => layer.FlatShare is null), Is.EqualTo([false, false, true]));
    }

    [Test]
    public void Sigmoids_fade_with_depth_as_a_quarter_does_and_relus_do_not()
    {
        Dataset<double> data = Experiment
            .Plan<double>(
                new Spiral().Draw(60, new Generator(1)).ToTable(),
                [.. Enumerable.Range(0, 60)],
                new Recipe { ValidationFraction = 0 }
            )
            .Training;
        IReadOnlyList<DepthSweep> Sweep(Activation hidden) =>
            DepthSweep.Run(data, Loss.CrossEntropy, Activation.Softmax, hidden, 16, [1, 2, 4, 8], 1);
        IReadOnlyList<DepthSweep> sigmoid = Sweep(Activation.Sigmoid);
        Assert.That(
            sigmoid.Select(sweep => sweep.SigmoidBound),
            Is.EqualTo([0.25, 0.0625, Math.Pow(2, -8), Math.Pow(2, -16)])
        );
        Assert.That(sigmoid.Select(sweep => sweep.Left), Is.Ordered.Descending);
        Assert.That(sigmoid[3].Left, Is.LessThan(1e-3));
        Assert.That(Sweep(Activation.Relu)[3].Left, Is.GreaterThan(0.05));
    }

    [Test]
    public void A_sweep_of_one_layer_is_the_chain_rule()
    {
        Dataset<double> data = new(new Matrix<double>(2, 1, [.05, .10]), new Matrix<double>(1, 1, [1]));
        DepthSweep sweep = DepthSweep.Run(data, Loss.SquaredError, Activation.Identity, Activation.Sigmoid, 3, [1], 7)[
            0
        ];
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Dense(3, Activation.Sigmoid)
            .Dense(1, Activation.Identity)
            .Build<double>(new Generator(7));
        Dense<double> hidden = (Dense<double>)network.Layers[0];
        Dense<double> output = (Dense<double>)network.Layers[2];
        double sum = 0;
        for (int unit = 0; unit < 3; unit++)
        {
            double z = hidden.W[unit, 0] * .05 + hidden.W[unit, 1] * .10;
            double a = 1 / (1 + Math.Exp(-z));
            sum += Square(output.W[0, unit] * a * (1 - a));
        }
        Assert.That(sweep.Left, Is.EqualTo(Math.Sqrt(sum / 3)).Within(1e-12));
    }

    private static double Square(double x) => x * x;
}
