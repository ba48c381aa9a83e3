using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Embeddings;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Teaching.Diagnostics;
using Tiny.Nn.Teaching.Readings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Tests.Diagnostics;

/// <summary>Networks of the recipe for tables are read and diagnosed as those of plain dense layers are.</summary>
public sealed class TabularNetworkTests
{
    private static readonly Dataset<float> Data = ToyTraining.Moons<float>(200);

    private static readonly Architecture Simple = Architecture
        .WithInputs(2)
        .Add(new DiagonalScalingDescription())
        .Add(new NtkDenseDescription(32))
        .Activation(Activation.Selu)
        .Add(new NtkDenseDescription(1, Initializer.Zeros))
        .Activation(Activation.Sigmoid);

    private static readonly Architecture Full = Architecture
        .WithInputs(2)
        .Add(new PeriodicEmbeddingDescription(InputRanges.Of(0, 1)))
        .Add(new DiagonalScalingDescription())
        .Add(new NtkDenseDescription(32))
        .Add(new ParametricActivationDescription(Activation.Relu))
        .Add(new DropoutDescription(0.15) { Schedule = LearningRateSchedule.FlatCosine })
        .Add(new NtkDenseDescription(1))
        .Activation(Activation.Sigmoid);

    private static readonly Architecture[] Both = [Simple, Full];

    [TestCaseSource(nameof(Both))]
    public void A_training_that_went_well_has_no_symptoms(Architecture architecture)
    {
        SequentialNetwork<float> network = architecture.Build<float>(new Generator(1));
        DataDrivenStart.Apply(network, Data.Inputs, new Generator(2));
        TrainingObserver<float> observer = new(network, Loss.BinaryCrossEntropy, null, Data);
        UpdateRule rule = new(new Adam(0.04, Beta2: 0.95))
        {
            Schedule = LearningRateSchedule.CosLog4,
            RateFactors = new RateFactors
            {
                Bias = 0.1,
                Scale = 6,
                Slope = 0.1,
                Embedding = 0.1,
            },
            Decay = new WeightDecay(0.02) { Schedule = LearningRateSchedule.FlatCosine },
        };
        History history = new Trainer<float>(network, Loss.BinaryCrossEntropy, rule, new Generator(3)).Fit(
            Data,
            Data,
            new FitOptions { Epochs = 60, BatchSize = 32 },
            observer
        );
        Assert.That(history.Best!.ValidationLoss, Is.LessThan(0.2));
        Assert.That(observer.Diagnose(history.StopReason), Is.Empty);
    }

    [Test]
    public void A_layer_is_read_with_its_activation_and_judged_flat_only_where_that_is_a_plain_one()
    {
        Assert.That(
            Read(Simple).Select(layer => $"{layer.Layer}: {layer.Name}"),
            Is.EqualTo(["1: 32 selu", "2: 1 sigmoid"])
        );
        Assert.That(
            Read(Full).Select(layer => $"{layer.Layer}: {layer.Name}"),
            Is.EqualTo(["1: 32 relu", "2: 1 sigmoid"])
        );
        Assert.That(Read(Simple)[0].ShutUnits, Is.Not.Null);
        Assert.That(Read(Full)[0].ShutUnits, Is.Null);
    }

    [Test]
    public void Deltas_are_those_of_the_same_network_with_plain_dense_layers()
    {
        Architecture ntk = Architecture.WithInputs(2).Add(new NtkDenseDescription(4)).Activation(Activation.Tanh);
        SequentialNetwork<float> network = ntk.Add(new NtkDenseDescription(1)).Build<float>(new Generator(1));
        SequentialNetwork<float> plain = Architecture
            .WithInputs(2)
            .Dense(4, Activation.Tanh)
            .Dense(1)
            .BuildUninitialized<float>();
        foreach ((ParameterBlock from, ParameterBlock to) in network.Blocks.Zip(plain.Blocks))
        {
            float divisor = from.Role == ParameterRole.Weight ? MathF.Sqrt(from.Columns) : 1;
            float[] divided = [.. network[from].Values.ToArray().Select(parameter => parameter / divisor)];
            divided.CopyTo(plain[to].Values);
        }
        foreach ((LayerReading one, LayerReading other) in Look(network).Zip(Look(plain)))
        {
            Assert.That(one.DeltaSize, Is.EqualTo(other.DeltaSize).Within(1e-5 * other.DeltaSize));
        }
    }

    private static IReadOnlyList<LayerReading> Read(Architecture architecture) =>
        Look(architecture.Build<float>(new Generator(1)));

    private static IReadOnlyList<LayerReading> Look(SequentialNetwork<float> network) =>
        new LayerProbe<float>(Objective.Create(network, Loss.SquaredError), Data).Look();
}
