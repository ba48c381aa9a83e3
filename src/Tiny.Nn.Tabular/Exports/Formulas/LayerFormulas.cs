using Tiny.Nn.Activations;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>An activation of each number alone.</summary>
/// <param name="Formula">The activation's own formula.</param>
internal sealed record Activated(IActivationFormula Formula) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Formula.Value(x[0]);
}

/// <summary>x·s.</summary>
internal readonly record struct Times : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[0] * x[1];
}

/// <summary>x·f + b, rounded once: (x, b).</summary>
/// <param name="Factor">f.</param>
internal readonly record struct TimesPlus(double Factor) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => V.MultiplyAdd(x[0], V.Constant(Factor), x[1]);
}

/// <summary>x + α·(σ − x): (x, σ, α).</summary>
internal readonly record struct Between : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => V.MultiplyAdd(x[2], x[1] - x[0], x[0]);
}

/// <summary>γ·((x − μ)·r) + β: (x, μ, r, γ, β).</summary>
internal readonly record struct Normalized : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[3] * ((x[0] - x[1]) * x[2]) + x[4];
}

/// <summary>Σ/n.</summary>
/// <param name="Count">n.</param>
internal readonly record struct MeanOfSum(double Count) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[0] / V.Constant(Count);
}

/// <summary>(x − μ)².</summary>
internal readonly record struct SquaredDeviation : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => (x[0] - x[1]) * (x[0] - x[1]);
}

/// <summary>1/√(Σ/n + ε) of a sum of squares.</summary>
/// <param name="Count">n.</param>
/// <param name="Epsilon">ε.</param>
internal readonly record struct InverseDeviation(double Count, double Epsilon) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => V.Constant(1) / V.Sqrt(x[0] / V.Constant(Count) + V.Constant(Epsilon));
}

/// <summary>e^(x − m).</summary>
internal readonly record struct ExponentialBelow : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Elementary.Exp(x[0] - x[1]);
}

/// <summary>x/y.</summary>
internal readonly record struct Quotient : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[0] / x[1];
}

/// <summary>cos(2πwx + b): (x, w, b).</summary>
internal readonly record struct Wave : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> =>
        Elementary.CosPi(V.MultiplyAdd(x[1], x[0] + x[0], x[2] * V.Constant(1 / Math.PI)));
}
