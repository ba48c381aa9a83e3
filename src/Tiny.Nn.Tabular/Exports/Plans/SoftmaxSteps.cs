using Tiny.Nn.Tabular.Exports.Formulas;

namespace Tiny.Nn.Tabular.Exports.Plans;

/// <summary>pᵢ = e^(zᵢ − m)/Σⱼ e^(zⱼ − m) with m = max z.</summary>
/// <param name="plan">Receives the steps.</param>
internal sealed class SoftmaxSteps(PlanBuilder plan)
{
    private const string About = "softmax";

    /// <summary>Adds the steps.</summary>
    /// <param name="z">z.</param>
    /// <param name="p">Receives p; it may be z.</param>
    /// <returns>p.</returns>
    internal Vector Add(Vector z, Vector p)
    {
        Vector one = PlanBuilder.Scratch(Width.Network, 1);
        Same same = new(one, 0);
        plan.Add(new Reduce(one.Whole, Reduction.Largest, z.Whole, About));
        plan.Map(
            p.Whole,
            Width.Network,
            "exponential below",
            default(ExponentialBelow),
            About,
            ("z", new Each(z.Whole)),
            ("most", same)
        );
        plan.Add(new Reduce(one.Whole, Reduction.Sum, p.Whole, About));
        plan.Map(p.Whole, Width.Network, "quotient", default(Quotient), About, ("x", new Each(p.Whole)), ("y", same));
        return p;
    }
}
