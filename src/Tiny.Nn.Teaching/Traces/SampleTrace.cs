using Tiny.Nn.Numerics;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>One sample on its way through a network and back.</summary>
public sealed record SampleTrace
{
    /// <summary>What goes in: inputs × 1.</summary>
    public required Matrix<double> Input { get; init; }

    /// <summary>What should come out: outputs × 1.</summary>
    public required Matrix<double> Target { get; init; }

    /// <summary>The dense layers with their activations, first to last.</summary>
    public required IReadOnlyList<LayerTrace> Layers { get; init; }

    /// <summary>ℓ, as training computes it.</summary>
    public required double Loss { get; init; }

    /// <summary>The same in two steps, output activation and loss: equal on paper, not always in numbers.</summary>
    public required double LossInTwoSteps { get; init; }

    /// <summary>∂ℓ/∂a of the last layer: outputs × 1. Where training fuses activation and loss, it never needs it.</summary>
    public required Matrix<double> OutputSlope { get; init; }

    /// <summary>δ of the last layer by way of <see cref="OutputSlope"/> and the activation's derivative: outputs × 1.</summary>
    public required Matrix<double> DeltaInTwoSteps { get; init; }

    /// <summary>True where training takes activation and loss together, so that δ is p − t.</summary>
    public required bool IsFused { get; init; }

    /// <summary>∂ℓ/∂θ: parameters × 1, in the order of the network's.</summary>
    public required Matrix<double> Gradient { get; init; }

    /// <summary>How many layers were traced, and the loss, in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"a sample through {Layers.Count} layers, loss {Loss:G4}");

    /// <summary>
    /// All ways from a unit's output to the loss, whose products add up to ∂ℓ/∂a of it: by the weight to each unit of the next layer, by the
    /// slope of that one, and so on, up to δ of an output.
    /// </summary>
    /// <param name="layer">The place of the unit's layer in <see cref="Layers"/>; of the last layer there is no way to go.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="InvalidOperationException">A layer behind it is a hidden softmax, where each unit acts on all others.</exception>
    internal IEnumerable<LossPath> PathsFrom(int layer, int unit)
    {
        int next = layer + 1;
        if (next >= Layers.Count)
        {
            yield break;
        }
        LayerTrace behind = Layers[next];
        for (int k = 0; k < behind.W.Rows; k++)
        {
            double weight = behind.W[k, unit];
            if (next == Layers.Count - 1)
            {
                yield return new LossPath([k], weight * behind.Delta[k, 0]);
                continue;
            }
            if (!behind.IsElementwise)
            {
                throw new InvalidOperationException("A hidden softmax has no single ways through it.");
            }
            double slope = behind.Jacobian[k, k];
            foreach (LossPath rest in PathsFrom(next, k))
            {
                yield return new LossPath([k, .. rest.Units], weight * slope * rest.Product);
            }
        }
    }
}

/// <summary>One way from a unit to the loss.</summary>
/// <param name="Units">The unit that it passes in each layer behind, an output the last.</param>
/// <param name="Product">The product of the weights and slopes on it, and of δ of the output.</param>
internal sealed record LossPath(IReadOnlyList<int> Units, double Product)
{
    /// <summary>The units and the product, in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"through units {string.Join(", ", Units)}: {Product:G4}");
}
