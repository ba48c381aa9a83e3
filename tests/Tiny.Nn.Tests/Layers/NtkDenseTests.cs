using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Layers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class NtkDenseTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void By_hand()
    {
        // W = (1 2 3 0; 4 5 6 0), √4 = 2, b = (10; 20); the parameters lie column after column, W before b.
        NtkDense<T> layer = new(4, 2, Matrices.Column<T>(1, 4, 2, 5, 3, 6, 0, 0, 10, 20));
        Matrix<T> x = Matrices.Rows<T>([1, 0], [0, 1], [2, -1], [5, 5]);
        Matrix<T> y = new(2, 2);
        Pass<T> pass = new(x, y);
        layer.Forward(in pass, new Generator(0));
        Assert.That(y.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([13.5, 9.5], [28, 19.5]).ToDoubles()));

        Matrix<T> dy = Matrices.Rows<T>([1, 2], [3, 4]);
        Matrix<T> dx = new(4, 2);
        Matrix<T> gradient = new(10, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, dy, dx, gradient);
        Assert.That(dx.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([6.5, 9], [8.5, 12], [10.5, 15], [0, 0]).ToDoubles()));
        Matrix<T> dW = Matrices.Rows<T>([0.5, 1, 0, 7.5], [1.5, 2, 1, 17.5]);
        Assert.That(gradient.ToDoubles(), Is.EqualTo([.. dW.ToDoubles(), 3.0, 7.0]));
    }

    [TestCase(1, 1, 1)]
    [TestCase(3, 5, 7)]
    [TestCase(17, 20, 33)]
    public void It_is_a_dense_layer_with_smaller_weights(int inputs, int outputs, int samples)
    {
        Matrix<T> parameters = TestNumbers.Matrix<T>(outputs * inputs + outputs, 1, seed: 1);
        NtkDense<T> layer = new(inputs, outputs, parameters);
        T root = T.Sqrt(T.CreateTruncating(inputs));
        T[] smaller = [.. parameters.Values.ToArray().Select((p, i) => i < outputs * inputs ? p / root : p)];
        Dense<T> plain = new(inputs, outputs, new Matrix<T>(smaller.Length, 1, smaller));
        (double[] y, double[] dx, double[] gradient) = Run(layer, inputs, outputs, samples);
        (double[] plainY, double[] plainDx, double[] plainGradient) = Run(plain, inputs, outputs, samples);
        double tolerance = 64 * Ulp.Of<T>(1.0);
        Assert.That(y, Is.EqualTo(plainY).Within(tolerance));
        Assert.That(dx, Is.EqualTo(plainDx).Within(tolerance));
        double[] expected = [.. plainGradient.Select((g, i) => i < outputs * inputs ? g / Math.Sqrt(inputs) : g)];
        Assert.That(gradient, Is.EqualTo(expected).Within(tolerance));
    }

    [Test]
    public void Weights_and_biases_start_as_standard_normal_numbers()
    {
        SequentialNetwork<T> network = Start(new NtkDenseDescription(100));
        double[] all = network.Parameters.ToDoubles();
        Assert.That(all, Has.Length.EqualTo(5100));
        Assert.That(all.Average(), Is.Zero.Within(5 / Math.Sqrt(all.Length)));
        Assert.That(all.Average(value => value * value), Is.EqualTo(1).Within(5 * Math.Sqrt(2.0 / all.Length)));
        double[] biases = all[5000..];
        Assert.That(biases.Average(value => value * value), Is.EqualTo(1).Within(5 * Math.Sqrt(2.0 / biases.Length)));
    }

    [Test]
    public void It_may_start_with_zeros_or_as_an_initializer_says()
    {
        Assert.That(Start(new NtkDenseDescription(3, Initializer.Zeros)).Parameters.ToDoubles(), Is.All.Zero);
        NtkDense<T> he = (NtkDense<T>)Start(new NtkDenseDescription(3, Initializer.HeNormal)).Layers[0];
        Assert.That(he.W.ToDoubles(), Is.All.Not.Zero);
        Assert.That(he.B.ToDoubles(), Is.All.Zero);
    }

    [Test]
    public void What_follows_does_not_change_its_start()
    {
        Architecture alone = Architecture.WithInputs(4).Add(new NtkDenseDescription(5));
        T[] expected = alone.Build<T>(new Generator(1)).Parameters.Values.ToArray();
        SequentialNetwork<T> network = alone.Activation(Activation.Relu).Build<T>(new Generator(1));
        Bits.AssertSame<T>(network.Parameters.Values, expected, "parameters");
    }

    [Test]
    public void It_has_a_unit_at_least() =>
        Assert.That(() => new NtkDenseDescription(0), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static SequentialNetwork<T> Start(NtkDenseDescription layer) =>
        Architecture.WithInputs(50).Add(layer).Build<T>(new Generator(3));

    private static (double[] Y, double[] Dx, double[] Gradient) Run(
        Layer<T> layer,
        int inputs,
        int outputs,
        int samples
    )
    {
        Pass<T> pass = new(TestNumbers.Matrix<T>(inputs, samples, seed: 2), new(outputs, samples));
        Matrix<T> dx = new(inputs, samples);
        Matrix<T> gradient = new(outputs * inputs + outputs, 1);
        layer.Forward(in pass, new Generator(0));
        layer.Backward(in pass, TestNumbers.Matrix<T>(outputs, samples, seed: 3), dx, gradient);
        return (pass.Y.ToDoubles(), dx.ToDoubles(), gradient.ToDoubles());
    }
}
