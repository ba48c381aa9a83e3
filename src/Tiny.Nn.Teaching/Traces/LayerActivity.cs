namespace Tiny.Nn.Teaching.Traces;

/// <summary>
/// What flows through one dense layer, z = W·x + b, and its activation, a = f(z), measured on samples that stay the same. Sizes
/// are root mean squares, so that layers of different widths can be compared.
/// </summary>
public sealed record LayerActivity
{
    /// <summary>Which dense layer, from 1 on; the last one is the output layer.</summary>
    public required int Layer { get; init; }

    /// <summary>How many units it has.</summary>
    public required int Units { get; init; }

    /// <summary>True for a layer that another dense layer follows.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>Root mean square of δ = ∂ℓ/∂z, over units and samples, of each sample's own loss ℓ.</summary>
    public required double DeltaSize { get; init; }

    /// <summary>Root mean square of dW = ∂L/∂W, the mean over the samples, penalty included.</summary>
    public required double GradientSize { get; init; }

    /// <summary>Root mean square of W.</summary>
    public required double WeightSize { get; init; }

    /// <summary>
    /// ‖W − W′‖/‖W′‖ with W′ as it was at the last look: how far the weights went, beside how large they are. Null at the first
    /// look, and where W′ was 0.
    /// </summary>
    public required double? UpdateRatio { get; init; }

    /// <summary>
    /// The share of all a, over units and samples, that lie where f is nearly flat: f′(z) is below a tenth of its largest value.
    /// Null where f is not flat on both sides, as sigmoid and tanh are, and for softmax and the output layer of a fused loss.
    /// </summary>
    public required double? SaturatedShare { get; init; }

    /// <summary>
    /// The share of units that pass no gradient for any sample: f′(z) is everywhere below a thousandth of its largest value. Null
    /// for softmax and the output layer of a fused loss.
    /// </summary>
    public required double? DeadShare { get; init; }

    /// <summary>How many units differ from all before them in their incoming weights or bias: <see cref="Units"/> where no two are the same.</summary>
    public required int DistinctUnits { get; init; }
}
