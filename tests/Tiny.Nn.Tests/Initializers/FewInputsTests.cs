using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Initializers;

/// <summary>Biases of layers with few inputs.</summary>
public sealed class FewInputsTests
{
    private static double[] Biases(int inputs, Activation activation, Initializer? initializer = null)
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(inputs)
            .Add(new DenseDescription(5000, initializer))
            .Activation(activation)
            .Dense(2, Activation.Identity)
            .Build<double>(new Generator(3));
        Assert.That(
            network.Layers.OfType<Dense<double>>().Last().B.Values.ToArray(),
            Is.All.Zero,
            "those of the output layer"
        );
        return network.Layers.OfType<Dense<double>>().First().B.Values.ToArray();
    }

    [TestCase(1, 1.0)]
    [TestCase(2, 0.7071067811865476)]
    [TestCase(3, 0.5773502691896258)]
    public void They_are_uniform_within_1_over_the_root_of_n(int inputs, double bound)
    {
        double[] biases = Biases(inputs, Activation.Relu);
        Assert.That(biases, Is.All.InRange(-bound, bound));
        Assert.That(biases.Max(), Is.GreaterThan(0.99 * bound));
        Assert.That(biases.Min(), Is.LessThan(-0.99 * bound));
        Assert.That(biases.Average(), Is.Zero.Within(0.03 * bound));
        Assert.That(biases.Average(b => b * b), Is.EqualTo(bound * bound / 3).Within(3).Percent);
    }

    [Test]
    public void They_are_0_of_four_inputs_and_more() => Assert.That(Biases(4, Activation.Relu), Is.All.Zero);

    [Test]
    public void They_are_0_where_the_start_is_given_or_units_do_not_bend()
    {
        Assert.That(Biases(1, Activation.Relu, Initializer.HeNormal), Is.All.Zero);
        Assert.That(Biases(1, Activation.Tanh), Is.All.Zero);
        Assert.That(Biases(1, Activation.Sigmoid), Is.All.Zero);
    }

    [Test]
    public void Units_of_one_input_bend_in_different_places()
    {
        double[] distinct = [.. Biases(1, Activation.Gelu).Distinct()];
        Assert.That(distinct, Has.Length.EqualTo(5000));
    }
}
