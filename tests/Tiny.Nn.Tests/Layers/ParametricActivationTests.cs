using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Layers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ParametricActivationTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Values of mish, computed apart from this code.</summary>
    [TestCase(1, -0.5, -0.220743774652)]
    [TestCase(0.8, -0.5, -0.276595019721)]
    [TestCase(0.8, 1.2, 1.102356713412)]
    [TestCase(0, 1.2, 1.2)]
    public void It_lies_between_its_argument_and_the_activation(double alpha, double x, double expected)
    {
        ParametricActivation<T> layer = new(1, Activation.Mish, Matrices.Column<T>(alpha));
        Matrix<T> y = new(1, 1);
        layer.Predict(Matrices.Column<T>(x), y);
        Assert.That(y.ToDoubles()[0], Is.EqualTo(expected).Within(5e-13 + 4 * Ulp.Of<T>(1.0)));
    }

    [Test]
    public void By_hand()
    {
        ParametricActivation<T> layer = new(2, Activation.Relu, Matrices.Column<T>(0.5, 1));
        Pass<T> pass = new(Matrices.Rows<T>([-4, 2], [-1, 3]), new(2, 2), new(2, 2));
        layer.Forward(in pass, new Generator(0));
        Assert.That(pass.Y.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([-2, 2], [0, 3]).ToDoubles()));

        Matrix<T> dx = new(2, 2);
        Matrix<T> gradient = new(2, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, Matrices.Rows<T>([3, 1], [5, 1]), dx, gradient);
        Assert.That(dx.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([1.5, 1], [0, 1]).ToDoubles()));
        Assert.That(gradient.ToDoubles(), Is.EqualTo(new[] { 12.0, 5 }));
    }

    [Test]
    public void Prediction_and_training_give_the_same_bits([Values(1, 7, 33)] int units)
    {
        ParametricActivation<T> layer = new(units, Activation.Selu, TestNumbers.Matrix<T>(units, 1, seed: 1));
        Pass<T> pass = new(TestNumbers.Matrix<T>(units, 5, seed: 2), new(units, 5), new(units, 5));
        layer.Forward(in pass, new Generator(0));
        Matrix<T> predicted = new(units, 5);
        layer.Predict(pass.X, predicted);
        Bits.AssertSame<T>(predicted.Values, pass.Y.Values, "prediction");
    }

    [Test]
    public void It_starts_as_the_activation_and_its_block_is_a_slope()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(3)
            .Add(new ParametricActivationDescription(Activation.Relu))
            .Build<T>(new Generator(1));
        Assert.That(network.Parameters.ToDoubles(), Is.All.EqualTo(1));
        Assert.That(network.Blocks, Is.EqualTo([new ParameterBlock("0.slope", ParameterRole.Slope, 0, 3, 1)]));
    }

    [Test]
    public void Weights_before_it_start_as_before_the_plain_activation()
    {
        Architecture dense = Architecture.WithInputs(2).Dense(8);
        Architecture parametric = dense.Add(new ParametricActivationDescription(Activation.Relu));
        T[] expected = dense.Activation(Activation.Relu).Build<T>(new Generator(1)).Parameters.Values.ToArray();
        T[] actual = parametric.Build<T>(new Generator(1)).Parameters.Values[..expected.Length].ToArray();
        Bits.AssertSame<T>(actual, expected, "W and b");
        Assert.That(parametric.IndexOfActivationAfter(0), Is.EqualTo(1));
    }

    [Test]
    public void Softmax_is_no_function_of_one_unit() =>
        Assert.That(
            () => new ParametricActivationDescription(Activation.Softmax),
            Throws.ArgumentException.With.Message.Contains("softmax does not")
        );
}
