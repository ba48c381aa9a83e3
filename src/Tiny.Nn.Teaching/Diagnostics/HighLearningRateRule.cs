namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// A loss that left the range of numbers, or whose rises from epoch to epoch add up to more than all that there was to learn: steps that
/// are too long climb out of the valley on its other side. Looked at without dropout, which makes a loss jump by itself. Bengio, "Practical Recommendations for Gradient-Based Training of Deep
/// Architectures", 2012, section 3.1.1.
/// </summary>
internal sealed class HighLearningRateRule : DiagnosticRule
{
    /// <summary>Rises may add up to so many times the loss of answers that know nothing.</summary>
    public const double MostRises = 1;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.LearningRateTooHigh;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        double[] losses = [.. observations.Epochs.Select(epoch => epoch.Network.Loss)];
        double[] rises = [.. losses.Zip(losses.Skip(1), (before, after) => after - before).Where(rise => rise > 0)];
        double sum = rises.Sum() / observations.ReferenceLoss;
        return observations.DivergedAt is null && !(sum > MostRises)
            ? null
            : Found(
                new("diverged_at_step", observations.DivergedAt ?? 0),
                new("epochs", losses.Length),
                new("rises", rises.Length),
                new("sum_of_rises", sum),
                new("highest_loss", losses.DefaultIfEmpty(observations.Start.Loss).Max()),
                new("initial_loss", observations.Start.Loss)
            );
    }
}
