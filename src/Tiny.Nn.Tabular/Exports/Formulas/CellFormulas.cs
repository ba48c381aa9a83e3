using Tiny.Nn.Numerics.Lanes;
using static Tiny.Nn.Numerics.Functions.Elementary;

namespace Tiny.Nn.Tabular.Exports.Formulas;

/// <summary>c, or where it is missing f: (c, f).</summary>
internal readonly record struct Filled : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Of(x[0], x[1]);

    /// <summary>A number is below 0 or above −1. NaN is neither.</summary>
    internal static V Of<V>(V c, V fill)
        where V : struct, ILanes<V> => V.IfLess(c, V.Constant(0), c, V.IfLess(V.Constant(-1), c, c, fill));
}

/// <summary>How far a number has come through a bin: (c, f, b, w) → (c − b)/w, held in [0, 1].</summary>
internal readonly record struct Binned : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>
    {
        V share = (Filled.Of(x[0], x[1]) - x[2]) / x[3];
        V above = V.IfLess(share, V.Constant(0), V.Constant(0), share);
        return V.IfLess(V.Constant(1), above, V.Constant(1), above);
    }
}

/// <summary>1 where a cell is the level at a place, else 0: (c, place).</summary>
internal readonly record struct IsLevel : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Of(x[0], x[1], V.Constant(0));

    internal static V Of<V>(V c, V place, V otherwise)
        where V : struct, ILanes<V> => V.IfLess(V.Abs(c - place), V.Constant(0.5), V.Constant(1), otherwise);
}

/// <summary>1 where a cell is a level at one of some places, else 0.</summary>
/// <param name="Places">The places.</param>
internal sealed record IsAnyLevel(IReadOnlyList<int> Places) : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>
    {
        V found = V.Constant(0);
        foreach (int place in Places)
        {
            found = IsLevel.Of(x[0], V.Constant(place), found);
        }
        return found;
    }

    public bool Equals(IsAnyLevel? other) => other is not null && Places.SequenceEqual(other.Places);

    public override int GetHashCode() => Places.Count;
}

/// <summary>1 for a level, −1 for another, 0 else: (c, first, second).</summary>
internal readonly record struct EitherLevel : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => IsLevel.Of(x[0], x[1], -IsLevel.Of(x[0], x[2], V.Constant(0)));
}

/// <summary>1 where a cell is missing, else 0.</summary>
internal readonly record struct IsMissing : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => Of(x[0], V.Constant(1), V.Constant(0));

    internal static V Of<V>(V c, V yes, V no)
        where V : struct, ILanes<V> => V.IfLess(c, V.Constant(0), no, V.IfLess(V.Constant(-1), c, no, yes));
}

/// <summary>A number as it is.</summary>
internal readonly record struct Given : IFormula
{
    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V> => x[0];
}

/// <summary>What a part makes of cells, brought to scale, and no further out than the largest number of the network's type.</summary>
/// <param name="Part">The part: its arguments come first.</param>
/// <param name="Count">How many they are; behind them stand m and f.</param>
/// <param name="IsClipped">c/√(1 + (c/3)²) of c = (x − m)·f, and not c itself.</param>
/// <param name="Largest">The largest number.</param>
internal sealed record Scaled(IFormula Part, int Count, bool IsClipped, double Largest) : IFormula
{
    /// <summary>Its square is still a number, and the result has long been 3.</summary>
    private const double Far = 1e100;

    public V Value<V>(ReadOnlySpan<V> x)
        where V : struct, ILanes<V>
    {
        V number = (Part.Value(x[..Count]) - x[Count]) * x[Count + 1];
        V c = V.IfLess(V.Constant(0), x[Count + 1], number, V.Constant(0));
        return Within(IsClipped ? Clip(c) : c, V.Constant(Largest));
    }

    private static V Clip<V>(V c)
        where V : struct, ILanes<V>
    {
        // In float the square of less would be infinite.
        V near = Within(c, V.Constant(V.SignificandBits == 24 ? 1e18 : Far));
        V third = near / V.Constant(3);
        return near / V.Sqrt(V.Constant(1) + third * third);
    }

    private static V Within<V>(V x, V limit)
        where V : struct, ILanes<V> => Max(-limit, Min(limit, x));
}
