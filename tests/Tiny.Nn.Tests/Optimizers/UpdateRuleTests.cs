using Tiny.Nn.Optimizers;
using Tiny.Nn.Schedules;

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
            Assert.That(rule.RateFactors, Is.EqualTo(RateFactors.Equal));
            Assert.That(rule.Decay, Is.Null);
        });
    }

    [Test]
    public void It_tells_all_that_is_not_as_usual()
    {
        UpdateRule rule = new(new Sgd(0.5))
        {
            RateFactors = new RateFactors { Bias = 0.1, Scale = 6 },
            Decay = new WeightDecay(0.02) { Schedule = LearningRateSchedule.FlatCosine },
        };
        Assert.That(
            $"{rule}",
            Is.EqualTo(
                "sgd 0.5, constant, rate × 1 for weights, 0.1 for biases, 6 for scales, 1 for slopes, 1 for embeddings, decay 0.02 flat-cosine"
            )
        );
        Assert.That($"{new WeightDecay(0.5)}", Is.EqualTo("decay 0.5"));
    }

    [Test]
    public void Factors_and_decay_are_not_negative()
    {
        Assert.That(() => new WeightDecay(-1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RateFactors { Slope = -1 }, Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new RateFactors { Embedding = double.NaN }, Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Without_an_optimizer_there_is_no_rule() =>
        Assert.That(() => new UpdateRule(null!), Throws.ArgumentNullException);
}
