using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// An activation that works on each number alone: the two lines that differ from one to the next.
/// To add one, write a file like <see cref="Sigmoid"/> and list it in <see cref="ActivationNames"/>.
/// </summary>
/// <remarks>Both are called in the innermost loop: mark them for aggressive inlining, as ours are.</remarks>
public interface IActivationFormula
{
    /// <summary>a = f(z).</summary>
    V Value<V>(V z)
        where V : struct, ILanes<V>;

    /// <summary>f′(z), from whichever of z and a = f(z) makes it simple.</summary>
    V Derivative<V>(V z, V a)
        where V : struct, ILanes<V>;

    /// <summary>The places where f is not twice differentiable: a difference quotient across one is off. Where f has no slope there, <see cref="Derivative"/> gives one of the one-sided ones.</summary>
    IReadOnlyList<double> Kinks { get; }
}
