using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// The formula of an elementwise activation: the value and the derivative, in which one differs from another. To use one of your own,
/// pass it to <see cref="Activation.Elementwise"/>, and give it a name with <see cref="Activation.Register"/> to keep it in model files.
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

    /// <summary>How the weights of a dense layer before it start, where nothing else is said: Glorot's, unless the formula knows better.</summary>
    Initializer DefaultInitializer => Initializer.GlorotUniform;

    /// <summary>The places where f is not twice differentiable: a difference quotient across one is off. Where f has no slope there, <see cref="Derivative"/> gives one of the one-sided ones.</summary>
    IReadOnlyList<double> Kinks { get; }
}
