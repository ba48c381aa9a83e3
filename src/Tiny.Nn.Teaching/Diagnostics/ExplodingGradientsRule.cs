namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// δ of the first layer is more than a hundred times that of the last: every layer multiplies it by more than 1.
/// Pascanu, Mikolov, Bengio, "On the difficulty of training recurrent neural networks", 2013.
/// </summary>
internal sealed class ExplodingGradientsRule : DiagnosticRule
{
    /// <summary>A ratio of first to last above this one is reported.</summary>
    public const double Most = 100;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.ExplodingGradients;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return BackwardGain.Of(observations) is { Ratio: > Most } gain
            ? Found(gain.Evidence()) with
            {
                Places = BackwardGain.Places(observations),
            }
            : null;
    }
}
