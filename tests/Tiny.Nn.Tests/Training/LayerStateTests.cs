using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tests.Training;

/// <summary>The state of layers, here the running statistics of batch normalization: changed by training steps and by nothing else.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LayerStateTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly Dataset<T> training = ToyTraining.Moons<T>(40);
    private readonly Dataset<T> validation = ToyTraining.Moons<T>(20, seed: 2);

    [Test]
    public void Stands_beside_the_parameters()
    {
        SequentialNetwork<T> network = Network();
        Assert.That(network.Parameters.Rows, Is.EqualTo(2 * 8 + 8 + 2 * 8 + 8 + 1));
        Assert.That(network.State.Rows, Is.EqualTo(2 * 8));
        Assert.That(network.Architecture.StateCount, Is.EqualTo(2 * 8));
        Assert.That(
            network.StateBlocks,
            Is.EqualTo([
                new ParameterBlock("1.mean", ParameterRole.Statistic, 0, 8, 1) { Layer = 1 },
                new ParameterBlock("1.variance", ParameterRole.Statistic, 8, 8, 1) { Layer = 1 },
            ])
        );
        Assert.That(network[network.StateBlocks[1]].ToDoubles(), Has.All.EqualTo(1));
        network.State[3, 0] = T.CreateTruncating(7);
        Assert.That(((BatchNormalization<T>)network.Layers[1]).Mean[3, 0], Is.EqualTo(T.CreateTruncating(7)));
        Assert.That(ToyTraining.Network<T>().State.Rows, Is.Zero);
    }

    [Test]
    public void A_step_brings_it_up_to_date_with_its_batch()
    {
        SequentialNetwork<T> network = Network();
        Matrix<T> z = new(8, 40);
        network.Layers[0].Predict(training.Inputs, z);
        ToyTraining.Trainer(network).Step(training.All);

        // What went into the layer before the update: a tenth of its mean, as the running mean started at 0.
        Matrix<T> sums = new(8, 1);
        Sums.Columns(z, sums.Values);
        Assert.That(
            network[network.StateBlocks[0]].ToDoubles(),
            Is.EqualTo(sums.ToDoubles().Select(sum => 0.1 * sum / 40)).Within(1e-6)
        );
    }

    [Test]
    public void Whoever_only_looks_leaves_it()
    {
        SequentialNetwork<T> network = Network();
        ToyTraining.Trainer(network).Step(training.All);
        double[] before = network.State.ToDoubles();
        foreach (
            Objective<T> objective in (Objective<T>[])
                [
                    Objective.Create(network, Loss.BinaryCrossEntropy),
                    Objective.Unfused(network, Loss.BinaryCrossEntropy),
                ]
        )
        {
            Workspace<T> workspace = objective.Network.CreateWorkspace(40);
            objective.Gradient(training.All, workspace, new Generator(1));
            objective.Evaluate(validation.All, workspace);
            objective.Network.Forward(training.Inputs, workspace, new Generator(1));
            objective.Network.Backward(workspace, default);
        }
        network.Predict(validation.Inputs);
        Assert.That(network.State.ToDoubles(), Is.EqualTo(before));
    }

    [Test]
    public void A_step_that_diverges_leaves_it()
    {
        SequentialNetwork<T> network = Network();
        double[] before = network.State.ToDoubles();
        Matrix<T> target = new(1, 3, [T.BitDecrement(T.PositiveInfinity), T.Zero, T.Zero]);
        Assert.That(
            () => ToyTraining.Trainer(network).Step(training.Inputs.Slice(0, 3), target),
            Throws.TypeOf<TrainingDivergedException>()
        );
        Assert.That(network.State.ToDoubles(), Is.EqualTo(before));
    }

    [Test]
    public void Decay_and_penalties_do_not_see_it()
    {
        // A rate that moves nothing and a decay that would halve everything: the state is the running mean and variance all the same.
        SequentialNetwork<T> plain = Network();
        SequentialNetwork<T> decayed = Network();
        ToyTraining.Trainer(plain, new Sgd(1e-30)).Step(training.All);
        UpdateRule rule = new(new Sgd(1e-30)) { Penalty = new WeightPenalty(L1: 5, L2: 5) };
        new Trainer<T>(decayed, Loss.BinaryCrossEntropy, rule, new Generator(2)).Step(training.All);
        Assert.That(decayed.State.ToDoubles(), Is.EqualTo(plain.State.ToDoubles()));
    }

    [Test]
    public void Penalties_apply_to_weights_alone()
    {
        SequentialNetwork<T> network = Network();
        network.Parameters.Values.Fill(T.One);
        Objective<T> plain = Objective.Create(network, Loss.BinaryCrossEntropy);
        Objective<T> penalized = Objective.Create(network, Loss.BinaryCrossEntropy, new WeightPenalty(L1: 0, L2: 1));
        double[] differences =
        [
            .. Gradient(penalized).Zip(Gradient(plain), (with, without) => Math.Round(with - without, 3)),
        ];
        foreach (ParameterBlock block in network.Blocks)
        {
            double expected = block.Role == ParameterRole.Weight ? differences[0] : 0;
            Assert.That(differences[block.Start..(block.Start + block.Length)], Has.All.EqualTo(expected), block.Name);
        }
        Assert.That(differences[0], Is.Not.Zero);
    }

    [Test]
    public void The_best_epoch_comes_back_with_its_state()
    {
        SequentialNetwork<T> network = Network();
        Trainer<T> trainer = ToyTraining.Trainer(network, new Sgd(3));
        Snapshots snapshots = new(network);
        FitOptions options = new() { Epochs = 12, BatchSize = 10 };
        History history = trainer.Fit(training, validation, options, snapshots);
        int best = history.Kept!.Epoch - 1;
        Assert.That(best, Is.LessThan(11), "an epoch before the last one is the best");
        Assert.That(network.State.ToDoubles(), Is.EqualTo(snapshots.States[best]));
        Assert.That(network.State.ToDoubles(), Is.Not.EqualTo(snapshots.States[^1]));
    }

    [Test]
    public void A_copy_has_its_own()
    {
        SequentialNetwork<T> network = Network();
        ToyTraining.Trainer(network).Step(training.All);
        SequentialNetwork<T> copy = network.Copy();
        Bits.AssertSame<T>(copy.State.Values, network.State.Values, "state");
        Bits.AssertSame<T>(copy.Parameters.Values, network.Parameters.Values, "parameters");
        ToyTraining.Trainer(copy).Step(training.All);
        Assert.That(copy.State.ToDoubles(), Is.Not.EqualTo(network.State.ToDoubles()));
    }

    [Test]
    public void Frozen_a_network_trains_without_moving_it_and_predicts_as_before()
    {
        SequentialNetwork<T> network = Network();
        ToyTraining.Trainer(network).Step(training.All);
        SequentialNetwork<T> frozen = network.Frozen();
        Matrix<T> expected = network.Predict(validation.Inputs);
        Bits.AssertSame<T>(frozen.Predict(validation.Inputs).Values, expected.Values, "prediction");
        Workspace<T> workspace = frozen.CreateWorkspace(20);
        Bits.AssertSame<T>(
            frozen.Forward(validation.Inputs, workspace, new Generator(1)).Values,
            expected.Values,
            "a forward pass is a prediction"
        );
        double[] state = network.State.ToDoubles();
        double[] parameters = network.Parameters.ToDoubles();
        ToyTraining.Trainer(frozen).Step(training.All);
        Assert.That(network.State.ToDoubles(), Is.EqualTo(state));
        Assert.That(network.Parameters.ToDoubles(), Is.Not.EqualTo(parameters), "they are the same parameters");
    }

    private double[] Gradient(Objective<T> objective)
    {
        Workspace<T> workspace = objective.Network.CreateWorkspace(40);
        objective.Gradient(training.All, workspace, new Generator(1));
        return workspace.Gradient.ToDoubles();
    }

    private static SequentialNetwork<T> Network() =>
        Architecture
            .WithInputs(2)
            .Dense(8)
            .BatchNormalization()
            .Activation(Activation.Tanh)
            .Dropout(0.2)
            .Dense(1, Activation.Sigmoid)
            .Build<T>(new Generator(1));

    private sealed class Snapshots(SequentialNetwork<T> network) : IProgress<EpochReport>
    {
        internal List<double[]> States { get; } = [];

        public void Report(EpochReport value) => States.Add(network.State.ToDoubles());
    }
}
