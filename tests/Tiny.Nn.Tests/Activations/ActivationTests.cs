using Tiny.Nn.Activations;

namespace Tiny.Nn.Tests.Activations;

public sealed class ActivationTests
{
    [TestCaseSource(typeof(Activation), nameof(Activation.All))]
    public void A_name_is_read_and_given_back(Activation activation)
    {
        Assert.That(activation.ToString(), Is.EqualTo(activation.Name));
        Assert.That(Activation.Parse(activation.Name), Is.EqualTo(activation));
    }

    [Test]
    public void Every_property_has_a_name()
    {
        Activation[] known =
        [
            .. typeof(Activation)
                .GetProperties()
                .Where(property => property.PropertyType == typeof(Activation))
                .Select(property => (Activation)property.GetValue(null)!),
        ];
        Assert.That(known, Is.EquivalentTo(Activation.All));
    }

    [TestCase("leaky-relu:0.2", "leaky-relu:0.2")]
    [TestCase("leaky-relu:0.01", "leaky-relu")]
    [TestCase("leaky-relu:1e-3", "leaky-relu:0.001")]
    [TestCase("elu:0.5", "elu:0.5")]
    [TestCase("elu:1", "elu")]
    [TestCase("elu:0", "elu:0")]
    [TestCase("leaky-relu:-1", "leaky-relu:-1")]
    [TestCase("leaky-relu:3", "leaky-relu:3")]
    public void A_parameter_stands_behind_a_colon(string text, string name)
    {
        Assert.That(Activation.Parse(text).ToString(), Is.EqualTo(name));
        Assert.That(Activation.Parse(name), Is.EqualTo(Activation.Parse(text)));
    }

    [Test]
    public void The_parameter_counts_when_activations_are_compared()
    {
        Assert.That(Activation.Parse("elu:0.5"), Is.Not.EqualTo(Activation.Elu));
        Assert.That(Activation.Parse("elu:0.5"), Is.EqualTo(Activation.Elementwise(new Elu(0.5))));
    }

    [Test]
    public void An_unknown_name_is_answered_with_those_there_are()
    {
        string message = Assert.Throws<FormatException>(() => Activation.Parse("rilu"))!.Message;
        Assert.That(message, Does.Contain("\"rilu\""));
        Assert.That(message, Does.Contain(string.Join(", ", Activation.All)));
    }

    [TestCase("relu:1", "takes no parameter")]
    [TestCase("softmax:1", "takes no parameter")]
    [TestCase("elu:", "is no number")]
    [TestCase("elu:a", "is no number")]
    [TestCase("elu:NaN", "is no number")]
    [TestCase("elu:1e999", "is no number")]
    [TestCase("elu:1:2", "is no number")]
    [TestCase("elu:-0.5", "\"elu:-0.5\" is out of range: Alpha must not be negative, and be finite, and is -0.5.")]
    [TestCase("leaky-relu:-Infinity", "is no number")]
    [TestCase("", "no activation \"\"")]
    [TestCase("ReLU", "no activation \"ReLU\"")]
    public void Nonsense_is_refused(string text, string message) =>
        Assert.That(() => Activation.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains(message));

    [Test]
    public void An_activation_of_your_own_is_called_after_its_formula() =>
        Assert.That(Activation.Elementwise(new Softsign()).ToString(), Is.EqualTo("Softsign"));
}
