using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>All that is said of an optimizer.</summary>
internal sealed record OptimizerWords
{
    /// <summary>The names of its moments.</summary>
    internal IReadOnlyList<string> Moments { get; init; } = [];

    /// <summary>The rule in symbols, line by line.</summary>
    internal required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Its settings beside η, with their symbols.</summary>
    internal IReadOnlyList<(string Symbol, double Value)> Settings { get; init; } = [];

    /// <summary>True where t, the number of the step, stands in the rule.</summary>
    internal bool CountsSteps { get; init; }

    /// <summary>How the moments of one parameter become new ones.</summary>
    internal Func<ParameterStep, IEnumerable<TraceLine>> MomentLines { get; init; } = _ => [];

    /// <summary>What becomes of the parameter, w, in symbols and with the numbers put in; null where no formula is known.</summary>
    internal required Func<ParameterStep, (string Symbols, string Numbers)>? Update { get; init; }

    /// <summary>The words of an optimizer of this library; null for any other.</summary>
    internal static OptimizerWords? Find(Optimizer optimizer) =>
        optimizer switch
        {
            Sgd => new()
            {
                Rules = ["w ← w − η·g"],
                Update = p => ($"{p.W} − η·g", $"{p.N(p.Before)} − {p.Eta}·{p.In(p.G)}"),
            },
            Momentum { Decay: double mu } => new()
            {
                Moments = ["v"],
                Rules = ["v ← μ·v + g", "w ← w − η·v"],
                Settings = [("μ", mu)],
                MomentLines = p => [p.Velocity(mu)],
                Update = p => ($"{p.W} − η·v", $"{p.N(p.Before)} − {p.Eta}·{p.In(p.After[0])}"),
            },
            Nesterov { Decay: double mu } => new()
            {
                Moments = ["v"],
                Rules = ["v ← μ·v + g", "w ← w − η·(g + μ·v)"],
                Settings = [("μ", mu)],
                MomentLines = p => [p.Velocity(mu)],
                Update = p =>
                    ($"{p.W} − η·(g + μ·v)", $"{p.N(p.Before)} − {p.Eta}·({p.N(p.G)} + {p.N(mu)}·{p.In(p.After[0])})"),
            },
            Adagrad { Epsilon: double epsilon } => new()
            {
                Moments = ["s"],
                Rules = ["s ← s + g²", "w ← w − η·g/(√s + ε)"],
                Settings = [("ε", epsilon)],
                MomentLines = p =>
                    [ParameterStep.Arrow("s", "s + g²", $"{p.N(p.Gathered[0])} + {p.In(p.G)}²", p.N(p.After[0]))],
                Update = p => ($"{p.W} − η·g/(√s + ε)", p.Divided(p.G, p.After[0], epsilon)),
            },
            RmsProp { Decay: double rho, Epsilon: double epsilon } => new()
            {
                Moments = ["s"],
                Rules = ["s ← ρ·s + (1 − ρ)·g²", "w ← w − η·g/(√s + ε)"],
                Settings = [("ρ", rho), ("ε", epsilon)],
                MomentLines = p => [p.Mean(0, "s", "ρ", rho, "g²", $"{p.In(p.G)}²")],
                Update = p => ($"{p.W} − η·g/(√s + ε)", p.Divided(p.G, p.After[0], epsilon)),
            },
            Adam { Beta1: double beta1, Beta2: double beta2, Epsilon: double epsilon } => new()
            {
                Moments = ["m", "v"],
                Rules = [.. ParameterStep.CorrectedRules, "w ← w − η·m̂/(√v̂ + ε)"],
                Settings = [("β₁", beta1), ("β₂", beta2), ("ε", epsilon)],
                CountsSteps = true,
                MomentLines = p => p.Corrected(beta1, beta2),
                Update = p => ($"{p.W} − η·m̂/(√v̂ + ε)", p.Divided(p.Hat(0, beta1), p.Hat(1, beta2), epsilon)),
            },
            AdamW { Beta1: double beta1, Beta2: double beta2, Epsilon: double epsilon, WeightDecay: double decay } =>
                new()
                {
                    Moments = ["m", "v"],
                    Rules = [.. ParameterStep.CorrectedRules, "w ← w − η·(m̂/(√v̂ + ε) + λ·w)"],
                    Settings = [("β₁", beta1), ("β₂", beta2), ("ε", epsilon), ("λ", decay)],
                    CountsSteps = true,
                    MomentLines = p => p.Corrected(beta1, beta2),
                    Update = p =>
                        (
                            $"{p.W} − η·(m̂/(√v̂ + ε) + λ·{p.W})",
                            $"{p.N(p.Before)} − {p.Eta}·({p.N(p.Hat(0, beta1))}/(√{p.In(p.Hat(1, beta2))} + {p.N(epsilon)}) + {p.N(decay)}·{p.In(p.Before)})"
                        ),
                },
            _ => null,
        };
}
