using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Layers;

/// <summary>What every kind of layer promises of inference mode.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class FrozenTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const int Inputs = 7;
    private const int Samples = 9;

    private static IReadOnlyList<LayerDescription> Examples => LayerKinds.Examples;

    [TestCaseSource(nameof(Examples))]
    public void Its_forward_pass_gives_the_bits_of_a_prediction(LayerDescription example)
    {
        Layer<T> layer = Layer(example);
        Layer<T> frozen = layer.Frozen;
        Matrix<T> x = TestNumbers.Matrix<T>(Inputs, Samples, seed: 3);
        Matrix<T> predicted = new(layer.Outputs, Samples);
        layer.Predict(x, predicted);
        Pass<T> pass = new(
            x,
            new(layer.Outputs, Samples),
            new(frozen.MemoryPerSample, Samples),
            new(frozen.MemoryPerBatch, 1)
        );
        frozen.Forward(in pass, new Generator(seed: 4));
        Bits.AssertSame<T>(pass.Y.Values, predicted.Values, "forward pass in inference mode");
        Matrix<T> again = new(layer.Outputs, Samples);
        frozen.Predict(x, again);
        Bits.AssertSame<T>(again.Values, predicted.Values, "prediction in inference mode");
    }

    [TestCaseSource(nameof(Examples))]
    public void It_has_no_state_to_commit_and_the_same_sizes(LayerDescription example)
    {
        Layer<T> layer = Layer(example);
        Layer<T> frozen = layer.Frozen;
        Assert.That(frozen, Is.Not.InstanceOf<StatefulLayer<T>>());
        Assert.That(frozen.Frozen, Is.SameAs(frozen));
        Assert.That(frozen.Inputs, Is.EqualTo(layer.Inputs));
        Assert.That(frozen.Outputs, Is.EqualTo(layer.Outputs));
        Assert.That(frozen.Blocks, Is.EqualTo(layer.Blocks));
    }

    /// <summary>One layer on parameters and state as a training may leave them.</summary>
    private static Layer<T> Layer(LayerDescription example)
    {
        SequentialNetwork<T> network = Architecture.WithInputs(Inputs).Add(example).Build<T>(new Generator(1));
        TestNumbers.Ordinary<T>(network.Parameters.Rows).CopyTo(network.Parameters.Values);
        TestNumbers.Uniform<T>(network.State.Rows, 0.5, 2, seed: 2).CopyTo(network.State.Values);
        return network.Layers[0];
    }
}
