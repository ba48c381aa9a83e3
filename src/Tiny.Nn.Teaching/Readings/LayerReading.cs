using System.Globalization;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Teaching.Readings;

/// <summary>
/// What went through one dense layer, z = W·x + b, and its activation, a = f(z), in one pass, or in the mean of several. Sizes are root
/// mean squares, so that layers of different widths can be compared.
/// </summary>
internal sealed record LayerReading
{
    /// <summary>Which dense layer, from 1 on; the last one is the output layer.</summary>
    internal required int Layer { get; init; }

    /// <summary>How many units it has.</summary>
    internal required int Units { get; init; }

    /// <summary>The activation behind it; null for none.</summary>
    internal required Activation? Activation { get; init; }

    /// <summary>True for a layer that another dense layer follows.</summary>
    internal required bool IsHidden { get; init; }

    /// <summary>Root mean square of δ = ∂ℓ/∂z, over units and samples, of each sample's own loss ℓ.</summary>
    internal required double DeltaSize { get; init; }

    /// <summary>Root mean square of dW = ∂L/∂W, the mean over the samples: penalty and clipping included where the pass had them.</summary>
    internal required double GradientSize { get; init; }

    /// <summary>Root mean square of W.</summary>
    internal required double WeightSize { get; init; }

    /// <summary>
    /// ‖W − W′‖/‖W′‖ with W′ as it was at the reading before: how far the weights went, beside how large they are. Null where there
    /// was none before, and where W′ was 0.
    /// </summary>
    internal required double? UpdateRatio { get; init; }

    /// <summary>How many samples went through.</summary>
    internal required long Samples { get; init; }

    /// <summary>
    /// How many of all a, over units and samples, have a slope f′(z) below a tenth of its largest value. Null for softmax, which has no
    /// slope of one number, and for the output layer, whose activation is the loss's affair.
    /// </summary>
    internal required long? FlatActivations { get; init; }

    /// <summary>
    /// The units that pass no gradient for any sample: f′(z) is everywhere below a thousandth of its largest value. Null as
    /// <see cref="FlatActivations"/>.
    /// </summary>
    internal required IReadOnlyList<int>? ShutUnits { get; init; }

    /// <summary>True where the activation is flat on both sides, as sigmoid and tanh are.</summary>
    internal required bool Saturates { get; init; }

    /// <summary>How many units differ from all before them in their incoming weights or bias: <see cref="Units"/> where no two are the same.</summary>
    internal required int DistinctUnits { get; init; }

    /// <summary>The layer's units and its activation: <c>16 relu</c>.</summary>
    internal string Name =>
        string.Create(CultureInfo.InvariantCulture, $"{Units}{(Activation is null ? "" : $" {Activation}")}");

    /// <summary>The share of all a that are flat.</summary>
    internal double? FlatShare => (double?)FlatActivations / (Samples * Units);

    /// <summary><see cref="FlatShare"/> of an activation that saturates; null for any other.</summary>
    internal double? SaturatedShare => Saturates ? FlatShare : null;

    /// <summary>The share of units that are shut.</summary>
    internal double? DeadShare => (double?)ShutUnits?.Count / Units;

    /// <summary>The mean of several readings of one layer. A unit is shut where it was shut in all of them; the last says which units differ.</summary>
    internal static LayerReading Mean(IReadOnlyList<LayerReading> readings) =>
        readings[^1] with
        {
            DeltaSize = readings.Sum(reading => reading.DeltaSize) / readings.Count,
            GradientSize = readings.Sum(reading => reading.GradientSize) / readings.Count,
            WeightSize = readings.Sum(reading => reading.WeightSize) / readings.Count,
            UpdateRatio = readings.Sum(reading => reading.UpdateRatio ?? 0) / readings.Count,
            Samples = readings.Sum(reading => reading.Samples),
            FlatActivations = readings.Aggregate((long?)0, (sum, reading) => sum + reading.FlatActivations),
            ShutUnits = readings
                .Select(reading => reading.ShutUnits)
                .Aggregate((shut, next) => shut is null ? null : [.. shut.Intersect(next!)]),
        };
}
