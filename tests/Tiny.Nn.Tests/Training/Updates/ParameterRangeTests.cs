using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Training;
using Tiny.Nn.Training.Updates;

namespace Tiny.Nn.Tests.Training.Updates;

/// <summary>Rate factors, decay and scheduled dropout, as a trainer applies them.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ParameterRangeTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly Matrix<T> X = TestNumbers.Matrix<T>(3, 12, seed: 1);
    private static readonly Matrix<T> Target = TestNumbers.Matrix<T>(2, 12, seed: 2);
    private static readonly RateFactors Factors = new()
    {
        Weight = 0.5,
        Bias = 0.1,
        Scale = 6,
        Slope = 0.25,
    };

    [Test]
    public void Treated_alike_all_parameters_are_one_range()
    {
        Assert.That(ParameterRange<T>.Split(Network(), new Adam()), Has.Length.EqualTo(1));
        UpdateRule halved = new(new Adam())
        {
            RateFactors = new RateFactors { Weight = 0.5, Scale = 0.5 },
        };
        Assert.That(
            ParameterRange<T>.Split(Network(), halved),
            Has.Length.EqualTo(4),
            "scale and weight, bias and slope, weight, bias"
        );
        SequentialNetwork<T> empty = Architecture.WithInputs(3).Dropout(0.5).Build<T>(new Generator(1));
        Assert.That(ParameterRange<T>.Split(empty, halved), Has.Length.EqualTo(1));
    }

    [Test]
    public void Each_kind_of_parameters_moves_by_its_own_rate()
    {
        SequentialNetwork<T> network = Network();
        T[] before = network.Parameters.Values.ToArray();
        Trainer<T> trainer = Trainer(network, new UpdateRule(new Sgd(0.5)) { RateFactors = Factors });
        trainer.Step(X, Target);
        foreach (ParameterBlock block in network.Blocks)
        {
            double factor = block.Role switch
            {
                ParameterRole.Weight => 0.5,
                ParameterRole.Bias => 0.1,
                ParameterRole.Scale => 6,
                _ => 0.25,
            };
            T rate = T.CreateTruncating(0.5 * factor);
            T[] expected =
            [
                .. Enumerable
                    .Range(block.Start, block.Length)
                    .Select(i => before[i] - rate * trainer.Gradient.Values[i]),
            ];
            Bits.AssertSame<T>(network[block].Values, expected, block.Name);
        }
    }

    [Test]
    public void Adam_in_ranges_gives_the_bits_of_adam_in_one_piece()
    {
        SequentialNetwork<T> whole = Network();
        SequentialNetwork<T> split = whole.Copy();
        Trainer<T> ofWhole = Trainer(whole, new Adam(0.01));
        Trainer<T> ofSplit = Trainer(split, new UpdateRule(new Adam(0.01)) { Decay = new WeightDecay(0) });
        for (int i = 0; i < 5; i++)
        {
            ofWhole.Step(X, Target);
            ofSplit.Step(X, Target);
        }
        Bits.AssertSame<T>(split.Parameters.Values, whole.Parameters.Values, "parameters");
        Assert.That(ofSplit.Steps, Is.EqualTo(5));
    }

    [Test]
    public void Decay_shrinks_all_but_biases_by_the_rate_of_the_step()
    {
        SequentialNetwork<T> network = Network();
        T[] before = network.Parameters.Values.ToArray();
        UpdateRule rule = new(new Sgd(0.5))
        {
            Schedule = LearningRateSchedule.OneCycle(0.5),
            RateFactors = Factors,
            Decay = new WeightDecay(0.2) { Schedule = LearningRateSchedule.Cosine() },
        };
        Trainer<T> trainer = Trainer(network, rule);
        trainer.Length = new TrainingLength(4);
        trainer.Step(X, Target);
        foreach (
            ParameterBlock block in network.Blocks.Where(block =>
                block.Role is ParameterRole.Weight or ParameterRole.Bias
            )
        )
        {
            double rate = trainer.LearningRate * (block.Role == ParameterRole.Weight ? 0.5 : 0.1);
            T kept = T.CreateTruncating(block.Role == ParameterRole.Weight ? 1 - rate * 0.2 : 1);
            T[] expected =
            [
                .. Enumerable
                    .Range(block.Start, block.Length)
                    .Select(i => kept * before[i] - T.CreateTruncating(rate) * trainer.Gradient.Values[i]),
            ];
            Bits.AssertSame<T>(network[block].Values, expected, block.Name);
        }
    }

    [Test]
    public void Decay_follows_its_schedule()
    {
        WeightDecay decay = new(0.5);
        T[] parameters = [T.One, -T.One];
        decay.Apply<T>(parameters, learningRate: 0.5, factor: 0.5);
        Assert.That(parameters, Is.EqualTo(new[] { T.CreateTruncating(0.875), T.CreateTruncating(-0.875) }));
    }

    [Test]
    public void Scheduled_dropout_follows_the_position_of_the_training()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(3)
            .Add(new NtkDenseDescription(4))
            .Add(new DropoutDescription(0.5) { Schedule = LearningRateSchedule.FlatCosine })
            .Add(new NtkDenseDescription(2))
            .Build<T>(new Generator(1));
        Dropout<T> dropout = network.Layers.OfType<Dropout<T>>().Single();
        Trainer<T> trainer = Trainer(network, new Sgd(0.01));
        trainer.Length = new TrainingLength(4);
        double[] factors = [1, 1, 1, 0.5, 0];
        foreach (double factor in factors)
        {
            trainer.Step(X, Target);
            Assert.That(dropout.Factor, Is.EqualTo(factor).Within(1e-15));
        }
    }

    [Test]
    public void A_schedule_of_dropout_or_decay_is_told_of_every_epoch()
    {
        LearningRateSchedule plateau = LearningRateSchedule.Plateau(1, 0.5);
        SequentialNetwork<T> network = Architecture
            .WithInputs(3)
            .Dense(4)
            .Add(new DropoutDescription(0.5) { Schedule = plateau })
            .Dense(2)
            .Build<T>(new Generator(1));
        Trainer<T> trainer = Trainer(
            network,
            new UpdateRule(new Sgd(0.01)) { Decay = new WeightDecay(0.1) { Schedule = plateau } }
        );
        trainer.Length = new TrainingLength(3, StepsPerEpoch: 1);
        for (int epoch = 0; epoch < 3; epoch++)
        {
            trainer.Step(X, Target);
            trainer.EndEpoch(1);
        }
        Assert.That(network.Layers.OfType<Dropout<T>>().Single().Factor, Is.EqualTo(0.5));
    }

    private static Trainer<T> Trainer(SequentialNetwork<T> network, UpdateRule rule) =>
        new(network, Loss.SquaredError, rule, new Generator(3));

    private static SequentialNetwork<T> Network() =>
        Architecture
            .WithInputs(3)
            .Add(new DiagonalScalingDescription())
            .Add(new NtkDenseDescription(5))
            .Add(new ParametricActivationDescription(Activation.Mish))
            .Add(new NtkDenseDescription(2))
            .Build<T>(new Generator(1));
}
