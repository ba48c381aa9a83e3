using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>w·a, the first of a sum.</summary>
/// <param name="Weight">w.</param>
internal readonly record struct Weighed(double Weight) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => V.Constant(0) + V.Constant(Weight) * x[0];
}

/// <summary>s + w·a: (s, a).</summary>
/// <param name="Weight">w.</param>
internal readonly record struct PlusWeighed(double Weight) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[0] + V.Constant(Weight) * x[1];
}

/// <summary>x·f.</summary>
/// <param name="Factor">f.</param>
internal readonly record struct TimesFactor(double Factor) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[0] * V.Constant(Factor);
}

/// <summary>1 − p.</summary>
internal readonly record struct Complement : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => V.Constant(1) - x[0];
}

/// <summary>y·s + m, held between two numbers.</summary>
/// <param name="Scale">s.</param>
/// <param name="Mean">m.</param>
/// <param name="Least">The smallest number.</param>
/// <param name="Most">The largest number.</param>
internal readonly record struct InUnits(double Scale, double Mean, double Least, double Most) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>
    {
        V number = x[0] * V.Constant(Scale) + V.Constant(Mean);
        V above = double.IsInfinity(Least) ? number : V.IfLess(number, V.Constant(Least), V.Constant(Least), number);
        return double.IsInfinity(Most) ? above : V.IfLess(V.Constant(Most), above, V.Constant(Most), above);
    }
}

/// <summary>p^β = e^(β·ln p).</summary>
/// <param name="Exponent">β.</param>
internal readonly record struct Power(double Exponent) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Elementary.Exp(V.Constant(Exponent) * Elementary.Log(x[0]));
}

/// <summary>c/x.</summary>
/// <param name="Share">c.</param>
internal readonly record struct ShareOf(double Share) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => V.Constant(Share) / x[0];
}

/// <summary>f·p + r: (p, f).</summary>
/// <param name="Rest">r.</param>
internal readonly record struct TimesPlusRest(double Rest) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[1] * x[0] + V.Constant(Rest);
}
