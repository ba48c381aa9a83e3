namespace Tiny.Nn.Tabular.Tests.Tables;

public sealed class ClosestTests
{
    [TestCase("relu", "Relu")]
    [TestCase("sofmax", "softmax")]
    [TestCase("sigmoide", "sigmoid")]
    [TestCase("tnah", "tanh")]
    [TestCase("sgimiod", "sigmoid")]
    [TestCase("ntha", null)]
    [TestCase("anh", "tanh")]
    [TestCase("gelu", "Relu")]
    [TestCase("x", null)]
    [TestCase("", null)]
    [TestCase("completely different", null)]
    public void A_mistyped_name_finds_the_nearest(string name, string? expected) =>
        Assert.That(Closest.To(name, Items.Of("softmax", "Relu", "sigmoid", "tanh")), Is.EqualTo(expected));

    [Test]
    public void The_first_of_equally_near_names_is_taken() =>
        Assert.That(Closest.To("cat", Items.Of("cap", "car")), Is.EqualTo("cap"));

    [Test]
    public void A_name_of_any_length_is_answered() =>
        Assert.That(Closest.To(new string('a', 100_000), Items.Of(new string('a', 99_999))), Is.Null);
}
