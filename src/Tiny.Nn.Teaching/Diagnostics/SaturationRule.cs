using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// A hidden layer of sigmoid, tanh or the like in which three quarters of all outputs lie where the slope is below a tenth of its
/// largest. Glorot, Bengio, "Understanding the difficulty of training deep feedforward neural networks", 2010, section 3.
/// </summary>
internal sealed class SaturationRule : DiagnosticRule
{
    /// <summary>A layer with this share of saturated outputs is reported.</summary>
    public const double Many = 0.75;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.Saturation;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        LayerReading[] layers = [.. observations.Last.Hidden.Where(layer => layer.SaturatedShare >= Many)];
        return layers is []
            ? null
            : Found(
                new("layers", layers.Length),
                new("saturated_share", layers.Max(layer => layer.SaturatedShare!.Value)),
                new("saturated_share_at_start", observations.Start.Hidden.Max(layer => layer.SaturatedShare ?? 0))
            ) with
            {
                Places = [.. layers.Select(layer => new LayerPlace(layer.Layer, layer.SaturatedShare!.Value))],
            };
    }
}
