using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Tests.Optimizers;

public sealed class UpdateRuleTests
{
    [Test]
    public void An_optimizer_alone_is_the_rule_without_penalty_and_clipping()
    {
        Optimizer adam = new Adam(0.5);
        UpdateRule rule = adam;
        Assert.Multiple(() =>
        {
            Assert.That(rule, Is.EqualTo(new UpdateRule(adam)));
            Assert.That(rule.Optimizer, Is.SameAs(adam));
            Assert.That(rule.Penalty, Is.EqualTo(WeightPenalty.None));
            Assert.That(rule.Clipping, Is.Null);
        });
    }

    [Test]
    public void Without_an_optimizer_there_is_no_rule() =>
        Assert.That(() => new UpdateRule(null!), Throws.ArgumentNullException);
}
