using System.Globalization;

namespace Tiny.Nn.Teaching.Drawing.Words;

/// <summary>The numbers of one parameter in one update, and the formulas that optimizers share.</summary>
/// <param name="W">Its symbol.</param>
/// <param name="G">The derivative by it.</param>
/// <param name="Before">Its value before the update.</param>
/// <param name="Gathered">Its moments before.</param>
/// <param name="After">Its moments after.</param>
/// <param name="LearningRate">η.</param>
/// <param name="Step">t, the number of the step, from 1 on.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record ParameterStep(
    string W,
    double G,
    double Before,
    IReadOnlyList<double> Gathered,
    IReadOnlyList<double> After,
    double LearningRate,
    long Step,
    TraceNumbers Numbers
)
{
    /// <summary>How the means of g and g² are gathered and freed of their bias, in symbols.</summary>
    internal static IReadOnlyList<string> CorrectedRules { get; } =
    ["m ← β₁·m + (1 − β₁)·g", "v ← β₂·v + (1 − β₂)·g²", "m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ)"];

    internal string Eta => N(LearningRate);

    private string T => Step.ToString(CultureInfo.InvariantCulture);

    internal string N(double number) => Numbers.Of(number);

    internal string In(double number) => Numbers.In(number);

    /// <summary>A symbol that gets a new value.</summary>
    internal static TraceLine Arrow(string left, params IReadOnlyList<string> sides) => new(left, sides) { Sign = "←" };

    /// <summary>v ← μ·v + g.</summary>
    internal TraceLine Velocity(double mu) =>
        Arrow("v", "μ·v + g", $"{N(mu)}·{In(Gathered[0])} + {In(G)}", N(After[0]));

    /// <summary>A mean that forgets: m ← β·m + (1 − β)·what.</summary>
    internal TraceLine Mean(int moment, string m, string beta, double kept, string what, string g) =>
        Arrow(
            m,
            $"{beta}·{m} + (1 − {beta})·{what}",
            $"{N(kept)}·{In(Gathered[moment])} + {N(1 - kept)}·{g}",
            N(After[moment])
        );

    /// <summary>The means of g and g², and the same freed of their bias towards 0.</summary>
    internal IEnumerable<TraceLine> Corrected(double beta1, double beta2) =>
        [
            Mean(0, "m", "β₁", beta1, "g", In(G)),
            Mean(1, "v", "β₂", beta2, "g²", $"{In(G)}²"),
            new TraceLine("m̂", "m/(1 − β₁ᵗ)", $"{N(After[0])}/(1 − {N(beta1)}^{T})", N(Hat(0, beta1))),
            new TraceLine("v̂", "v/(1 − β₂ᵗ)", $"{N(After[1])}/(1 − {N(beta2)}^{T})", N(Hat(1, beta2))),
        ];

    /// <summary>A moment freed of its bias: m/(1 − βᵗ).</summary>
    internal double Hat(int moment, double beta) => After[moment] / (1 - Math.Pow(beta, Step));

    /// <summary>w − η·above/(√below + ε).</summary>
    internal string Divided(double above, double below, double epsilon) =>
        $"{N(Before)} − {Eta}·{In(above)}/(√{In(below)} + {N(epsilon)})";
}
