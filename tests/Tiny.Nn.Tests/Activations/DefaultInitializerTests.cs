using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;

namespace Tiny.Nn.Tests.Activations;

public sealed class DefaultInitializerTests
{
    [TestCase("relu", "he-normal")]
    [TestCase("leaky-relu:0.3", "he-normal")]
    [TestCase("elu:0.5", "he-normal")]
    [TestCase("gelu", "he-normal")]
    [TestCase("gelu-tanh", "he-normal")]
    [TestCase("silu", "he-normal")]
    [TestCase("mish", "he-normal")]
    [TestCase("softplus", "he-normal")]
    [TestCase("selu", "lecun-normal")]
    [TestCase("identity", "glorot-uniform")]
    [TestCase("sigmoid", "glorot-uniform")]
    [TestCase("hard-sigmoid", "glorot-uniform")]
    [TestCase("tanh", "glorot-uniform")]
    [TestCase("softmax", "glorot-uniform")]
    public void The_start_suits_the_activation(string activation, string initializer) =>
        Assert.That(Activation.Parse(activation).DefaultInitializer.Name, Is.EqualTo(initializer));

    [Test]
    public void A_formula_of_your_own_starts_as_Glorot_says_where_it_says_nothing() =>
        Assert.That(
            Activation.Elementwise(new Softsign()).DefaultInitializer,
            Is.EqualTo(Initializer.GlorotUniform)
        );
}
