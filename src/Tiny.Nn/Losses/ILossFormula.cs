using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>A loss that compares number with number: the two lines that differ from one to the next.</summary>
internal interface ILossFormula
{
    /// <summary>ℓ(p, t) for a prediction p and a target t.</summary>
    V Value<V>(V p, V t)
        where V : struct, ILanes<V>;

    /// <summary>∂ℓ/∂p.</summary>
    V Derivative<V>(V p, V t)
        where V : struct, ILanes<V>;
}
