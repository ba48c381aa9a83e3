using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// The formula of a loss that compares number with number: the two lines in which one differs from another. To use one of your own, pass
/// it to <see cref="Loss.Elementwise"/>, and give it a name with <see cref="Loss.Register"/> to keep it in model files.
/// </summary>
/// <remarks>Both are called in the innermost loop: mark them for aggressive inlining, as ours are.</remarks>
public interface ILossFormula
{
    /// <summary>ℓ(p, t) for a prediction p and a target t.</summary>
    V Value<V>(V p, V t)
        where V : struct, ILanes<V>;

    /// <summary>∂ℓ/∂p.</summary>
    V Derivative<V>(V p, V t)
        where V : struct, ILanes<V>;

    /// <summary>The errors p − t at which ℓ is not twice differentiable: a difference quotient across one is off. None, unless the formula says so.</summary>
    IReadOnlyList<double> Kinks => [];
}
