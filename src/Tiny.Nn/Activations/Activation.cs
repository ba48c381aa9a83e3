using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Activations;

/// <summary>
/// What a layer's sums go through: a = f(z). Backward it is a product with the Jacobian, dz = (∂a/∂z)ᵀ·da.
/// A description without state: one object serves any network, element type and thread.
/// </summary>
public abstract record Activation
{
    /// <summary>a = z.</summary>
    public static Activation Identity { get; } = new ElementwiseActivation<Identity>(default);

    /// <summary>a = 1/(1 + e⁻ᶻ).</summary>
    public static Activation Sigmoid { get; } = new ElementwiseActivation<Sigmoid>(default);

    /// <summary>a = tanh z.</summary>
    public static Activation Tanh { get; } = new ElementwiseActivation<Tanh>(default);

    /// <summary>a = max(0, z).</summary>
    public static Activation Relu { get; } = new ElementwiseActivation<Relu>(default);

    /// <summary>a = z above 0, z/100 below.</summary>
    public static Activation LeakyRelu { get; } = Elementwise(new LeakyRelu(0.01));

    /// <summary>a = z above 0, eᶻ − 1 below.</summary>
    public static Activation Elu { get; } = Elementwise(new Elu(1));

    /// <summary>a = z·Φ(z), exactly.</summary>
    public static Activation Gelu { get; } = new ElementwiseActivation<Gelu>(default);

    /// <summary>The same by a formula of tanh, off by at most 4.73e-4.</summary>
    public static Activation GeluTanh { get; } = new ElementwiseActivation<GeluTanh>(default);

    /// <summary>a = ln(1 + eᶻ).</summary>
    public static Activation Softplus { get; } = new ElementwiseActivation<Softplus>(default);

    /// <summary>ELU, scaled so that means and variances settle.</summary>
    public static Activation Selu { get; } = new ElementwiseActivation<Selu>(default);

    /// <summary>a = z·σ(z), also called swish.</summary>
    public static Activation Silu { get; } = new ElementwiseActivation<Silu>(default);

    /// <summary>a = z·tanh(softplus(z)).</summary>
    public static Activation Mish { get; } = new ElementwiseActivation<Mish>(default);

    /// <summary>a = z/6 + ½, held inside [0, 1].</summary>
    public static Activation HardSigmoid { get; } = new ElementwiseActivation<HardSigmoid>(default);

    /// <summary>aᵢ = e^zᵢ / Σⱼ e^zⱼ over the units of each sample.</summary>
    public static Activation Softmax { get; } = new Softmax();

    /// <summary>The places of z where the activation is not twice differentiable.</summary>
    public abstract IReadOnlyList<double> Kinks { get; }

    /// <summary>An activation from a formula, one of ours or your own.</summary>
    public static Activation Elementwise<TFormula>(TFormula formula)
        where TFormula : struct, IActivationFormula, IEquatable<TFormula> =>
        new ElementwiseActivation<TFormula>(formula);

    /// <summary>The activation of a name, such as <c>relu</c> or, with its parameter, <c>leaky-relu:0.2</c>.</summary>
    /// <exception cref="FormatException">There is no such activation, or it takes no such parameter.</exception>
    public static Activation Parse(string text) => ActivationNames.Parse(text);

    /// <summary>a = f(z), for every column.</summary>
    /// <param name="z">Sums: units × samples.</param>
    /// <param name="a">Receives the result, units × samples.</param>
    public abstract void Forward<T>(Matrix<T> z, Matrix<T> a)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>dz = (∂a/∂z)ᵀ·da, for every column.</summary>
    /// <param name="z">What went in: units × samples.</param>
    /// <param name="a">What came out: units × samples.</param>
    /// <param name="da">The loss's derivative by a: units × samples.</param>
    /// <param name="dz">Receives the loss's derivative by z: units × samples. May be <paramref name="da"/> itself.</param>
    public abstract void Backward<T>(Matrix<T> z, Matrix<T> a, Matrix<T> da, Matrix<T> dz)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>The name that <see cref="Parse"/> reads; for one of your own, the name of its formula's type.</summary>
    public sealed override string ToString() => ActivationNames.NameOf(this);
}
