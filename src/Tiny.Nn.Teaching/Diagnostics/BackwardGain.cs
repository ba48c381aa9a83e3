namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>How the size of δ changes from the output layer back to the first one: the median over all looks at the network.</summary>
/// <param name="Ratio">Size of δ in the first layer by that in the last one.</param>
/// <param name="Layers">How many dense layers there are.</param>
internal sealed record BackwardGain(double Ratio, int Layers)
{
    /// <summary>The factor of one layer: the geometric mean.</summary>
    internal double PerLayer => Math.Pow(Ratio, 1.0 / (Layers - 1));

    /// <summary>Measures it; null for fewer than three dense layers, between which nothing can fade.</summary>
    internal static BackwardGain? Of(TrainingObservations observations)
    {
        int layers = observations.Start.Layers.Count;
        double[] ratios =
        [
            .. observations
                .Epochs.Select(epoch => epoch.Network)
                .Prepend(observations.Start)
                .Select(network => network.Layers[0].DeltaSize / network.Layers[^1].DeltaSize)
                .Where(double.IsFinite)
                .Order(),
        ];
        return layers < 3 || ratios is [] ? null : new BackwardGain(ratios[ratios.Length / 2], layers);
    }

    /// <summary>The numbers, for a symptom.</summary>
    internal Evidence[] Evidence() => [new("first_to_last", Ratio), new("per_layer", PerLayer), new("layers", Layers)];

    /// <summary>The size of δ in each layer, as it was seen first.</summary>
    internal static SymptomPlace[] Places(TrainingObservations observations) =>
        [.. observations.Start.Layers.Select(layer => new LayerPlace(layer.Layer, layer.DeltaSize))];
}
