using Tiny.Nn.Activations;
using Tiny.Nn.Layers;

namespace Tiny.Nn.Tests.Layers;

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
        Assert.That(DefaultInitializer.Before(Activation.Parse(activation)).Name, Is.EqualTo(initializer));
}
