using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Gradients;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Gradients;

/// <summary>Networks with a layer of every kind against central differences, in training and in inference mode; and spectators leave their state.</summary>
public sealed class LayerGradientTests
{
    private static readonly LayerDescription[] Layers =
    [
        .. LayerKinds.Examples,
        new BatchNormalizationDescription(),
        new LayerNormalizationDescription(),
        new BatchNormalizationDescription(Epsilon: 0.3, Momentum: 1),
        new LayerNormalizationDescription(Epsilon: 0.3),
        new ParametricActivationDescription(Activation.Relu),
        new DropoutDescription(0.25),
    ];

    [Test]
    public void In_training_mode(
        [ValueSource(nameof(Layers))] LayerDescription layer,
        [Values("tanh", "relu", "softmax")] string activation
    ) => Check(Network(layer, activation));

    [Test]
    public void In_inference_mode(
        [ValueSource(nameof(Layers))] LayerDescription layer,
        [Values("tanh", "relu", "softmax")] string activation
    )
    {
        SequentialNetwork<double> network = Network(layer, activation);
        TestNumbers.Uniform<double>(network.State.Rows, 0.5, 2, seed: 9).CopyTo(network.State.Values);
        Check(network.Frozen());
    }

    private static LayerDescription Stateful { get; } = new BatchNormalizationDescription();

    [Test]
    public void A_gradient_check_leaves_the_state() => AssertLeft(network => Check(network));

    [Test]
    public void A_loss_over_all_samples_leaves_the_state() =>
        AssertLeft(network =>
        {
            DatasetLoss loss = new(network, Loss.CrossEntropy, Data);
            loss.Evaluate(network.Parameters.Values.ToArray(), new double[network.Parameters.Rows]);
        });

    [Test]
    public void A_probe_leaves_the_state() =>
        AssertLeft(network => new LayerProbe<double>(Objective.Create(network, Loss.CrossEntropy), Data).Look());

    [Test]
    public void A_diagnosis_leaves_the_state() =>
        AssertLeft(network =>
        {
            TrainingObserver<double> observer = new(network, Loss.CrossEntropy, null, Data);
            observer.Report(new EpochReport(1, 1, 1));
            observer.Observe(StopReason.AllEpochs);
        });

    [Test]
    public void Watched_a_training_gives_the_same_bits()
    {
        SequentialNetwork<double> alone = Network(Stateful, "tanh");
        SequentialNetwork<double> watched = alone.Copy();
        Train(alone, null);
        Train(watched, new TrainingObserver<double>(watched, Loss.CrossEntropy, null, Data));
        Bits.AssertSame<double>(watched.Parameters.Values, alone.Parameters.Values, "parameters");
        Bits.AssertSame<double>(watched.State.Values, alone.State.Values, "state");
    }

    private static Dataset<double> Data { get; } = new(Problem.Inputs<double>(), Problem.All[^2].Targets<double>());

    private static void Train(SequentialNetwork<double> network, IProgress<EpochReport>? progress) =>
        new Trainer<double>(network, Loss.CrossEntropy, new Adam(0.01), new Generator(1)).Fit(
            Data,
            Data,
            new FitOptions { Epochs = 5 },
            progress
        );

    private static void AssertLeft(Action<SequentialNetwork<double>> look)
    {
        SequentialNetwork<double> network = Network(Stateful, "tanh");
        new Trainer<double>(network, Loss.CrossEntropy, new Adam(0.01), new Generator(1)).Step(Data.All);
        double[] state = network.State.ToDoubles();
        look(network);
        Bits.AssertSame<double>(network.State.Values, state, "state");
    }

    private static void Check(SequentialNetwork<double> network)
    {
        double[] weights = Problem.Weights;
        foreach (
            double[] ofSamples in (double[][])
                [
                    [],
                    weights,
                ]
        )
        {
            GradientReport report = GradientCheck.Run(
                Objective.Create(network, Loss.CrossEntropy, new WeightPenalty(L1: 0.01, L2: 0.02)),
                new Batch<double>(Data.Inputs, Data.Targets, ofSamples)
            );
            Assert.That(report.LargestRelativeError, Is.LessThan(1e-6), $"{report.Worst}");
            Assert.That(report.Comparisons, Has.Count.EqualTo(network.Parameters.Rows));
        }
    }

    private static SequentialNetwork<double> Network(LayerDescription layer, string activation)
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(3)
            .Dense(4)
            .Add(layer)
            .Activation(Activation.Parse(activation))
            .Dense(5)
            .Add(layer)
            .Activation(Activation.Sigmoid)
            .Dense(3, Activation.Softmax)
            .Build<double>(new Generator(seed: 7));
        foreach (ParameterBlock block in network.Blocks.Where(block => block.Role != ParameterRole.Weight))
        {
            TestNumbers.Uniform<double>(block.Length, 0.5, 1.5, seed: 8).CopyTo(network[block].Values);
        }
        return network;
    }
}
