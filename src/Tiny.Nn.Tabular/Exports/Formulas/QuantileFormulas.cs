using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Encodings.Scales;
using static Tiny.Nn.Numerics.Functions.Elementary;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>The share of rows below a number, of its place among Q landmarks: place/(Q − 1), held within ½/Q and 1 − ½/Q.</summary>
/// <param name="Landmarks">Q.</param>
internal readonly record struct ShareBelow(int Landmarks) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>
    {
        double least = 0.5 / Landmarks;
        return Max(V.Constant(least), Min(V.Constant(1 - least), x[0] / V.Constant(Landmarks - 1)));
    }
}

/// <summary>ln of the smaller of p and 1 − p.</summary>
internal readonly record struct TailLogarithm : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Log(NormalQuantile.Tail(x[0]));
}

/// <summary>Φ⁻¹(p), of p and the logarithm of its tail: (p, l).</summary>
internal readonly record struct NormalOf : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => NormalQuantile.Of(x[0], x[1]);
}
