using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Layers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ActivationLayerTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void Is_its_activation([ValueSource(typeof(Activation), nameof(Activation.All))] Activation activation)
    {
        ActivationLayer<T> layer = new(4, activation);
        Matrix<T> x = TestNumbers.Matrix<T>(4, 3, seed: 1);
        Matrix<T> dy = TestNumbers.Matrix<T>(4, 3, seed: 2);
        Matrix<T> y = new(4, 3);
        Matrix<T> dx = new(4, 3);
        Pass<T> pass = new(x, y);
        layer.Forward(in pass, new Generator(0));
        layer.Backward(in pass, dy, dx, default);

        Matrix<T> a = new(4, 3);
        Matrix<T> dz = new(4, 3);
        activation.Forward(x, a);
        activation.Backward(x, a, dy, dz);
        Bits.AssertSame<T>(y.Values, a.Values, "forward");
        Bits.AssertSame<T>(dx.Values, dz.Values, "backward");
        layer.Predict(x, a);
        Bits.AssertSame<T>(y.Values, a.Values, "prediction");
    }

    [Test]
    public void Has_no_parameters_and_nothing_to_remember()
    {
        ActivationLayer<T> layer = new(4, Activation.Tanh);
        Assert.That(layer.Blocks, Is.Empty);
        Assert.That((layer.Inputs, layer.Outputs, layer.MemoryPerSample), Is.EqualTo((4, 4, 0)));
        Assert.That(layer.MemoryPerBatch, Is.Zero);
        Assert.That(layer.Frozen, Is.SameAs(layer));
    }
}
