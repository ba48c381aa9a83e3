using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>
/// A dense layer and its activation, for one sample.
/// z = W·x + b, a = f(z)
/// δ = ∂ℓ/∂z, dW = δ·xᵀ, db = δ, and for the layer before ∂ℓ/∂x = Wᵀ·δ
/// </summary>
public sealed record LayerTrace
{
    /// <summary>f.</summary>
    public required Activation Activation { get; init; }

    /// <summary>Where W lies in the network.</summary>
    public required ParameterBlock WeightBlock { get; init; }

    /// <summary>Where b lies in the network.</summary>
    public required ParameterBlock BiasBlock { get; init; }

    /// <summary>W: units × inputs.</summary>
    public required Matrix<double> W { get; init; }

    /// <summary>b: units × 1.</summary>
    public required Matrix<double> B { get; init; }

    /// <summary>What goes in: inputs × 1.</summary>
    public required Matrix<double> X { get; init; }

    /// <summary>Wᵢⱼ·xⱼ, the addends of z: units × inputs.</summary>
    public required Matrix<double> Products { get; init; }

    /// <summary>The sums: units × 1.</summary>
    public required Matrix<double> Z { get; init; }

    /// <summary>f(z): units × 1.</summary>
    public required Matrix<double> A { get; init; }

    /// <summary>∂aᵢ/∂zⱼ: units × units. Of all activations but softmax only the diagonal, f′(z), is not 0.</summary>
    public required Matrix<double> Jacobian { get; init; }

    /// <summary>True where each a depends on its own z alone.</summary>
    public bool IsElementwise => Activation is not Softmax;

    /// <summary>∂ℓ/∂a: units × 1. Of the last layer that of two steps, <see cref="SampleTrace.OutputSlope"/>.</summary>
    public required Matrix<double> DA { get; init; }

    /// <summary>δ = ∂ℓ/∂z: units × 1.</summary>
    public required Matrix<double> Delta { get; init; }

    /// <summary>Wᵢⱼ·δᵢ, the addends of ∂ℓ/∂x: units × inputs.</summary>
    public required Matrix<double> BackwardProducts { get; init; }

    /// <summary>∂ℓ/∂W: units × inputs.</summary>
    public required Matrix<double> DW { get; init; }

    /// <summary>∂ℓ/∂b: units × 1.</summary>
    public required Matrix<double> DB { get; init; }

    /// <summary>The layer's sizes and its activation.</summary>
    public override string ToString() => $"{W.Columns} inputs, {W.Rows} units, {Activation}";
}
