namespace Tiny.Nn.Initializers;

/// <summary>The variance of a layer's weights, by its numbers of inputs and outputs.</summary>
internal delegate double LayerVariance(int inputs, int outputs);
