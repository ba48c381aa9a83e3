using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// A hidden layer in which at least 40 % of the units pass no gradient for any sample at the end: they learn nothing any more. Of
/// activations that are flat on both sides, <see cref="SaturationRule"/> speaks.
/// Stanford CS231n, "Neural Networks Part 1", ReLU; Lu et al., "Dying ReLU and Initialization", 2019.
/// </summary>
internal sealed class DeadUnitsRule : DiagnosticRule
{
    /// <summary>A layer with this share of dead units is reported.</summary>
    public const double Many = 0.4;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.DeadUnits;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        LayerReading[] layers =
        [
            .. observations.Last.Hidden.Where(layer => layer.SaturatedShare is null && layer.DeadShare >= Many),
        ];
        return layers is []
            ? null
            : Found(
                new("layers", layers.Length),
                new("dead_share", layers.Max(layer => layer.DeadShare!.Value)),
                new("dead_share_at_start", observations.Start.Hidden.Max(layer => layer.DeadShare ?? 0))
            ) with
            {
                Places = [.. layers.Select(layer => new LayerPlace(layer.Layer, layer.DeadShare!.Value))],
            };
    }
}
