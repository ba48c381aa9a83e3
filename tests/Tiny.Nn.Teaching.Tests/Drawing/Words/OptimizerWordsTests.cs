using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Drawing.Words;

namespace Tiny.Nn.Teaching.Tests.Drawing.Words;

public sealed class OptimizerWordsTests
{
    private static readonly TraceNumbers Numbers = new(6);

    private static IEnumerable<Optimizer> Optimizers => Optimizer.All;

    private static IEnumerable<Loss> Losses => [.. Loss.All, new BinaryCrossEntropy(0.1), new CrossEntropy(0.1)];

    [TestCaseSource(nameof(Optimizers))]
    public void Every_optimizer_has_words_with_a_name_for_each_moment(Optimizer optimizer)
    {
        OptimizerWords? words = OptimizerWords.Find(optimizer);
        Assert.That(words, Is.Not.Null, $"Give {optimizer.Name} its words: a record in OptimizerWords.");
        Assert.That(words!.Moments, Has.Count.EqualTo(optimizer.Moments));
        Assert.That(words.Rules[^1], Does.StartWith("w ← w − η·"));
        Assert.That(words.Update, Is.Not.Null);
    }

    [TestCaseSource(nameof(Optimizers))]
    public void Every_symbol_of_a_rule_is_a_setting_a_moment_or_a_gradient(Optimizer optimizer)
    {
        OptimizerWords words = FunctionWords.Of(optimizer);
        string rules = string.Concat(words.Rules);
        foreach ((string symbol, _) in words.Settings)
        {
            Assert.That(rules, Does.Contain(symbol));
        }
        foreach (string greek in Items.Of("μ", "ρ", "β₁", "β₂", "ε", "λ").Where(rules.Contains))
        {
            Assert.That(words.Settings.Select(setting => setting.Symbol), Does.Contain(greek));
        }
        Assert.That(words.CountsSteps, Is.EqualTo(rules.Contains('ᵗ')));
    }

    [Test]
    public void The_last_line_of_adam_is_its_rule_with_numbers()
    {
        ParameterStep step = new("w", 0.5, 1, [0, 0], [0.05, 0.00025], 0.1, 1, Numbers);
        (string symbols, string numbers) = FunctionWords.Of(new Adam()).Update!(step);
        Assert.That(symbols, Is.EqualTo("w − η·m̂/(√v̂ + ε)"));
        Assert.That(numbers, Is.EqualTo("1 − 0.1·0.5/(√0.25 + 1e−8)"));
    }

    [TestCaseSource(nameof(Losses))]
    public void Every_loss_has_words(Loss loss)
    {
        LossWords? words = LossWords.Find(loss, Numbers);
        Assert.That(words, Is.Not.Null, $"Give {loss.Name} its words: a record in LossWords.");
        Assert.That(words!.Value, Does.StartWith("ℓ = "));
        Assert.That(words.Term!("t", "a"), Does.Contain("t").And.Contain("a"));
        Assert.That(words.Derivative!("t", "a"), Does.Contain("t").And.Contain("a"));
    }

    [Test]
    public void A_loss_and_an_optimizer_of_your_own_have_plain_words()
    {
        Assert.That(FunctionWords.Of(new Own()).Update, Is.Null);
        Assert.That(FunctionWords.Of(new Own()).Moments, Is.EqualTo(["moment 1"]));
    }

    private sealed record Own() : Optimizer(0.1)
    {
        public override string Name => "own";

        public override int Moments => 1;

        public override void Update<T>(
            Span<T> parameters,
            ReadOnlySpan<T> gradient,
            OptimizerState<T> state,
            double learningRate
        ) => gradient.CopyTo(parameters);
    }
}
