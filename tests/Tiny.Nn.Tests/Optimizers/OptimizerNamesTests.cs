using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Optimizers;

public sealed class OptimizerNamesTests
{
    [TestCaseSource(typeof(OptimizerNames), nameof(OptimizerNames.All))]
    public void A_name_is_read(string name) => Assert.That(OptimizerNames.Parse(name).Name, Is.EqualTo(name));

    [Test]
    public void Every_optimizer_has_a_name()
    {
        IEnumerable<Type> types = typeof(Optimizer)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Optimizer)));
        Assert.That(OptimizerNames.All.Select(name => OptimizerNames.Parse(name).GetType()), Is.EquivalentTo(types));
    }

    [TestCase("sdg")]
    [TestCase("")]
    [TestCase("Adam")]
    public void An_unknown_name_is_answered_with_those_there_are(string name)
    {
        string message = Assert.Throws<FormatException>(() => OptimizerNames.Parse(name))!.Message;
        Assert.That(message, Does.Contain($"\"{name}\"").And.Contain(string.Join(", ", OptimizerNames.All)));
    }
}
