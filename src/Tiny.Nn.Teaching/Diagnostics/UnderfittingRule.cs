namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// Of samples that the network learned from it leaves twice as much unexplained as their nearest neighbours do, and a fifth of all more: not noise,
/// but something that it has not learned. Goodfellow, Bengio, Courville, "Deep Learning", 2016, 5.2 (underfitting); Cover and Hart, "Nearest Neighbor
/// Pattern Classification", 1967.
/// </summary>
internal sealed class UnderfittingRule : DiagnosticRule
{
    /// <summary>The network's error is so many times that of the neighbours, at least.</summary>
    public const double Times = 2;

    /// <summary>And larger by this share of all that there is to explain.</summary>
    public const double Gap = 0.2;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.Underfitting;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        return
            observations.Epochs.Count >= LowLearningRateRule.LeastEpochs
            && observations.Unexplained is { } left
            && left.Network >= Times * left.Nearest
            && left.Network - left.Nearest >= Gap
            ? Found(
                new("unexplained", left.Network),
                new("unexplained_by_neighbours", left.Nearest),
                new("looked_at", left.Samples)
            )
            : null;
    }
}
