using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Optimizers;

public sealed class OptimizerNameTests
{
    [TestCaseSource(typeof(Optimizer), nameof(Optimizer.All))]
    public void A_name_is_read(Optimizer optimizer) =>
        Assert.That(Optimizer.Parse(optimizer.Name), Is.EqualTo(optimizer));

    [Test]
    public void Every_optimizer_has_a_name()
    {
        IEnumerable<Type> types = typeof(Optimizer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Optimizer)));
        Assert.That(Optimizer.All.Select(optimizer => optimizer.GetType()), Is.EquivalentTo(types));
    }

    [TestCase("sdg")]
    [TestCase("")]
    [TestCase("Adam")]
    public void An_unknown_name_is_answered_with_those_there_are(string name)
    {
        string message = Assert.Throws<FormatException>(() => Optimizer.Parse(name))!.Message;
        Assert.That(
            message,
            Is.EqualTo(
                $"There is no optimizer \"{name}\". There are: {string.Join(", ", Optimizer.All.Select(known => known.Name))}."
            )
        );
    }
}
