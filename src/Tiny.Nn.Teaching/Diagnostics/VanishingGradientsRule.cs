namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// δ of the first layer is below a thousandth of that of the last: a sigmoid passes on a quarter at most, and every layer multiplies.
/// Hochreiter, "Untersuchungen zu dynamischen neuronalen Netzen", 1991; Glorot, Bengio, 2010, section 4.2.
/// </summary>
internal sealed class VanishingGradientsRule : DiagnosticRule
{
    /// <summary>A ratio of first to last below this one is reported.</summary>
    public const double Least = 0.001;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.VanishingGradients;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return BackwardGain.Of(observations) is { Ratio: < Least } gain
            ? Found(gain.Evidence()) with
            {
                Places = BackwardGain.Places(observations),
            }
            : null;
    }
}
