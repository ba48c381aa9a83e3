using Tiny.Nn.Layers;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Training.FullBatch;

/// <summary>Which layers can be trained on all samples at once.</summary>
internal static class FullBatchLayers
{
    /// <exception cref="ArgumentException">A layer trains otherwise than it predicts.</exception>
    internal static void Require(SequentialNetwork<double> network)
    {
        for (int i = 0; i < network.Layers.Count; i++)
        {
            Layer<double> layer = network.Layers[i];
            if (!ReferenceEquals(layer.Frozen, layer) && layer is not Dropout<double> { Rate: 0 })
            {
                throw new ArgumentException(
                    $"Layer {i} ({network.Architecture.Layers[i]}) trains otherwise than it predicts: full-batch training needs a function of the parameters alone, "
                        + "without dropout and batch normalization.",
                    nameof(network)
                );
            }
        }
    }
}
