using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Training;
using Tiny.Nn.Training.FullBatch;

namespace Tiny.Nn.Tests.Training;

/// <summary>Classes as codes train a network as one-hot targets do, bit for bit, and stand in memory only as far as a step looks at them.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class CodedTargetTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Samples = 70;
    private const int Classes = 5;

    private static readonly int[] Codes = [.. Enumerable.Range(0, Samples).Select(i => i * i % Classes)];
    private static readonly Matrix<T> Inputs = TestNumbers.Matrix<T>(3, Samples);
    private static readonly T[] Weights = [.. Enumerable.Range(0, Samples).Select(i => T.CreateTruncating(i % 3))];

    [TestCase(false)]
    [TestCase(true)]
    public void They_train_the_same_bits(bool isWeighted)
    {
        ReadOnlyMemory<T> weights = isWeighted ? Weights : default(ReadOnlyMemory<T>);
        (T[] parameters, History history) = Train(new(Inputs, Codes, Classes, weights));
        (T[] expected, History other) = Train(new(Inputs, OneHot.Encode<T>(Codes, Classes), weights));
        Assert.That(parameters, Is.EqualTo(expected));
        Assert.That(history.Epochs, Is.EqualTo(other.Epochs));
        Assert.That(history.Last!.ValidationAccuracy, Is.Not.Null);
    }

    [Test]
    public void They_are_the_same_full_batch()
    {
        Architecture network = Architecture.WithInputs(3).Dense(Classes, Activation.Softmax);
        FullBatchObjective<T> coded = new(network, Loss.CrossEntropy, null, new(Inputs, Codes, Classes, Weights));
        FullBatchObjective<T> expected = new(
            network,
            Loss.CrossEntropy,
            null,
            new(Inputs, OneHot.Encode<T>(Codes, Classes), Weights)
        );
        double[] x = TestNumbers.Uniform<double>(coded.Count, -1, 1, seed: 4);
        double[] gradient = new double[x.Length];
        double[] other = new double[x.Length];
        Assert.That(coded.Evaluate(x, gradient), Is.EqualTo(expected.Evaluate(x, other)));
        Assert.That(gradient, Is.EqualTo(other));
    }

    [TestCase(-1)]
    [TestCase(Samples)]
    public void A_sample_that_is_not_there_is_refused(int sample) =>
        Assert.That(
            () => new Dataset<T>(Inputs, Codes, Classes, default).Select([0, sample]),
            Throws.InstanceOf<ArgumentOutOfRangeException>()
        );

    [Test]
    public void They_are_the_one_hot_targets()
    {
        Dataset<T> coded = new(Inputs, Codes, Classes, default);
        T[] all = OneHot.Encode<T>(Codes, Classes).Values.ToArray();
        Assert.That(coded.Targets.Values.ToArray(), Is.EqualTo(all));
        Assert.That(coded.All.Targets.Values.ToArray(), Is.EqualTo(all));
        int[] some = [3, 3, 69, 0];
        Assert.That(
            coded.Select(some).Targets.Values.ToArray(),
            Is.EqualTo(new Dataset<T>(Inputs, OneHot.Encode<T>(Codes, Classes)).Select(some).Targets.Values.ToArray())
        );
        SampleRoom<T> room = coded.Room(10);
        coded.Slice(0, 10, room);
        Assert.That(
            coded.Slice(61, 9, room).Targets.Values.ToArray(),
            Is.EqualTo(OneHot.Encode<T>(Codes.AsSpan(61, 9), Classes).Values.ToArray()),
            "Nothing of the portion before is left"
        );
    }

    [TestCase(-1)]
    [TestCase(Classes)]
    public void A_code_that_is_no_class_is_refused(int code) =>
        Assert.That(
            () => new Dataset<T>(new Matrix<T>(3, 2), [0, code], Classes, default),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );

    /// <summary>A hundred thousand classes of as many samples would be 10¹⁰ numbers.</summary>
    [Test]
    public void Classes_take_memory_only_where_a_step_looks()
    {
        const int many = 100_000;
        Dataset<T> data = new(new Matrix<T>(1, many), [.. Enumerable.Range(0, many)], many, default);
        SequentialNetwork<T> network = Architecture
            .WithInputs(1)
            .Dense(many, Activation.Softmax)
            .Build<T>(new Generator(1));
        Trainer<T> trainer = new(network, Loss.CrossEntropy, new UpdateRule(new Sgd(0.1)), new Generator(1));
        BatchLoader<T> batches = new(data, 2);
        batches.Shuffle(new Generator(1));
        Assert.That(batches.MoveNext());
        Assert.That(double.IsFinite(double.CreateTruncating(trainer.Step(in batches.Current))));
    }

    private static (T[] Parameters, History History) Train(Dataset<T> data)
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(3)
            .Dense(4, Activation.Relu)
            .Dense(Classes, Activation.Softmax)
            .Build<T>(new Generator(2));
        Trainer<T> trainer = new(network, Loss.CrossEntropy, new UpdateRule(new Adam(0.01)), new Generator(3));
        History history = trainer.Fit(data, data, new FitOptions { Epochs = 3, BatchSize = 16 });
        return (network.Parameters.Values.ToArray(), history);
    }
}
