using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// Units of a hidden layer that started with the same incoming weights and still have them: what is the same gets the same gradient, so they
/// count as one. Goodfellow, Bengio, Courville, "Deep Learning", 2016, section 8.4.
/// </summary>
internal sealed class SymmetricStartRule : DiagnosticRule
{
    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.SymmetricStart;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        LayerReading[] twins =
        [
            .. observations
                .Start.Hidden.Zip(observations.Last.Hidden)
                .Where(pair => pair.First.DistinctUnits < pair.First.Units)
                .Where(pair => pair.Second.DistinctUnits < pair.Second.Units)
                .Select(pair => pair.Second),
        ];
        return twins is []
            ? null
            : Found(
                new("layers", twins.Length),
                new("units", twins.Sum(layer => layer.Units)),
                new("distinct_units", twins.Sum(layer => layer.DistinctUnits)),
                new("epochs", observations.Epochs.Count)
            ) with
            {
                Places = [.. twins.Select(layer => new LayerPlace(layer.Layer, layer.DistinctUnits))],
            };
    }
}
