using System.Globalization;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Teaching.Traces;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>What each optimizer makes of the derivative by one parameter.</summary>
internal sealed class UpdateFormulas(StepTrace trace, TraceNumbers numbers)
{
    private readonly UpdateTrace update = trace.Update;

    /// <summary>The names of what the optimizer gathers.</summary>
    internal IReadOnlyList<string> Moments =>
        update.Optimizer switch
        {
            Adam or AdamW => ["m", "v"],
            Momentum or Nesterov => ["v"],
            Adagrad or RmsProp => ["s"],
            _ => [],
        };

    /// <summary>The rules in symbols.</summary>
    internal IReadOnlyList<string> Rules =>
        update.Optimizer switch
        {
            Sgd => ["w ← w − η·g"],
            Momentum => ["v ← μ·v + g", "w ← w − η·v"],
            Nesterov => ["v ← μ·v + g", "w ← w − η·(g + μ·v)"],
            Adagrad => ["s ← s + g²", "w ← w − η·g/(√s + ε)"],
            RmsProp => ["s ← ρ·s + (1 − ρ)·g²", "w ← w − η·g/(√s + ε)"],
            Adam =>
            [
                "m ← β₁·m + (1 − β₁)·g",
                "v ← β₂·v + (1 − β₂)·g²",
                "m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)",
                "w ← w − η·m̂/(√v̂ + ε)",
            ],
            AdamW =>
            [
                "m ← β₁·m + (1 − β₁)·g",
                "v ← β₂·v + (1 − β₂)·g²",
                "m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)",
                "w ← w − η·(m̂/(√v̂ + ε) + λ·w)",
            ],
            Optimizer other => [other.Name],
        };

    /// <summary>The settings with their symbols.</summary>
    internal string Settings
    {
        get
        {
            string eta = $"η = {numbers.Of(update.LearningRate)}";
            return update.Optimizer switch
            {
                Momentum o => $"{eta}, μ = {numbers.Of(o.Decay)}",
                Nesterov o => $"{eta}, μ = {numbers.Of(o.Decay)}",
                Adagrad o => $"{eta}, ε = {numbers.Of(o.Epsilon)}",
                RmsProp o => $"{eta}, ρ = {numbers.Of(o.Decay)}, ε = {numbers.Of(o.Epsilon)}",
                Adam o =>
                    $"{eta}, β₁ = {numbers.Of(o.Beta1)}, β₂ = {numbers.Of(o.Beta2)}, ε = {numbers.Of(o.Epsilon)}, t = {Step}",
                AdamW o =>
                    $"{eta}, β₁ = {numbers.Of(o.Beta1)}, β₂ = {numbers.Of(o.Beta2)}, ε = {numbers.Of(o.Epsilon)}, λ = {numbers.Of(o.WeightDecay)}, t = {Step}",
                _ => eta,
            };
        }
    }

    private string Step => update.Number.ToString(CultureInfo.InvariantCulture);

    /// <summary>The rules with the numbers of one parameter put in.</summary>
    internal IEnumerable<TraceLine> Lines(TracedParameter parameter)
    {
        int place = parameter.Place;
        double g = update.Gradient[place, 0];
        double[] before = [.. update.MomentsBefore.Select(moment => moment[place, 0])];
        double[] after = [.. update.MomentsAfter.Select(moment => moment[place, 0])];
        IEnumerable<TraceLine> moments = update.Optimizer switch
        {
            Momentum o => [Velocity(o.Decay, before[0], g, after[0])],
            Nesterov o => [Velocity(o.Decay, before[0], g, after[0])],
            Adagrad => [Arrow("s", "s + g²", $"{N(before[0])} + {In(g)}²", N(after[0]))],
            RmsProp o => [Mean("s", "ρ", o.Decay, "g²", before[0], $"{In(g)}²", after[0])],
            Adam o => Corrected(o.Beta1, o.Beta2, g, before, after),
            AdamW o => Corrected(o.Beta1, o.Beta2, g, before, after),
            _ => [],
        };
        return [.. moments, Last(parameter, g, after)];
    }

    private TraceLine Last(TracedParameter parameter, double g, double[] after)
    {
        string w = parameter.Symbol;
        double old = update.Before[parameter.Place, 0];
        string eta = N(update.LearningRate);
        string result = N(update.After[parameter.Place, 0]);
        (string symbols, string filled) = update.Optimizer switch
        {
            Momentum => ($"{w} − η·v", $"{N(old)} − {eta}·{In(after[0])}"),
            Nesterov o => ($"{w} − η·(g + μ·v)", $"{N(old)} − {eta}·({N(g)} + {N(o.Decay)}·{In(after[0])})"),
            Adagrad o => ($"{w} − η·g/(√s + ε)", Divided(old, eta, g, after[0], o.Epsilon)),
            RmsProp o => ($"{w} − η·g/(√s + ε)", Divided(old, eta, g, after[0], o.Epsilon)),
            Adam o => (
                $"{w} − η·m̂/(√v̂ + ε)",
                Divided(old, eta, Hat(after[0], o.Beta1), Hat(after[1], o.Beta2), o.Epsilon)
            ),
            AdamW o => (
                $"{w} − η·(m̂/(√v̂ + ε) + λ·{w})",
                $"{N(old)} − {eta}·({N(Hat(after[0], o.Beta1))}/(√{In(Hat(after[1], o.Beta2))} + {N(o.Epsilon)}) + {N(o.WeightDecay)}·{In(old)})"
            ),
            _ => ($"{w} − η·g", $"{N(old)} − {eta}·{In(g)}"),
        };
        return Arrow(w, symbols, filled, result);
    }

    private IEnumerable<TraceLine> Corrected(double beta1, double beta2, double g, double[] before, double[] after) =>
        [
            Mean("m", "β₁", beta1, "g", before[0], In(g), after[0]),
            Mean("v", "β₂", beta2, "g²", before[1], $"{In(g)}²", after[1]),
            new TraceLine("m̂", "m/(1 − β₁ᵗ)", $"{N(after[0])}/(1 − {N(beta1)}^{Step})", N(Hat(after[0], beta1))),
            new TraceLine("v̂", "v/(1 − β₂ᵗ)", $"{N(after[1])}/(1 − {N(beta2)}^{Step})", N(Hat(after[1], beta2))),
        ];

    private double Hat(double moment, double beta) => moment / (1 - Math.Pow(beta, update.Number));

    private TraceLine Velocity(double mu, double before, double g, double after) =>
        Arrow("v", "μ·v + g", $"{N(mu)}·{In(before)} + {In(g)}", N(after));

    private TraceLine Mean(string m, string beta, double kept, string what, double before, string g, double after) =>
        Arrow(m, $"{beta}·{m} + (1 − {beta})·{what}", $"{N(kept)}·{In(before)} + {N(1 - kept)}·{g}", N(after));

    private string Divided(double old, string eta, double above, double below, double epsilon) =>
        $"{N(old)} − {eta}·{In(above)}/(√{In(below)} + {N(epsilon)})";

    private static TraceLine Arrow(string left, params string[] sides) => new(left, sides) { Sign = "←" };

    private string N(double number) => numbers.Of(number);

    private string In(double number) => numbers.In(number);
}
