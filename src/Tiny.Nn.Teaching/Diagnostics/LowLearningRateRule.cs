using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// All epochs were done, there was still something to learn, the loss was falling from epoch to epoch in the last fifth of them, and the
/// weights of no layer moved by more than 0.2 % an epoch. Stanford CS231n, "Neural Networks Part 3", ratio of updates to weights.
/// </summary>
internal sealed class LowLearningRateRule : DiagnosticRule
{
    /// <summary>With fewer epochs nothing is said.</summary>
    public const int LeastEpochs = 10;

    /// <summary>The share of the last epochs in which the loss has to fall.</summary>
    public const double Steady = 0.9;

    /// <summary>A loss below this share of that of answers which know nothing has little left to fall by.</summary>
    public const double Learned = 0.1;

    /// <summary>A layer whose weights move by more than this share of their size in an epoch is not slow.</summary>
    public const double Slow = 0.002;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.LearningRateTooLow;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        int count = observations.Epochs.Count;
        if (observations.StopReason != StopReason.AllEpochs || count < LeastEpochs)
        {
            return null;
        }
        EpochObservation[] last = [.. observations.Epochs.Skip(count - Math.Max(count / 5, 5) - 1)];
        double[] losses = [.. last.Select(epoch => epoch.Report.TrainingLoss)];
        double falling = losses.Zip(losses.Skip(1), (before, after) => after < before ? 1.0 : 0).Average();
        double update = last.Skip(1).SelectMany(epoch => epoch.Network.Layers).Max(layer => layer.UpdateRatio ?? 0);
        return falling < Steady || update > Slow || losses[^1] < Learned * observations.ReferenceLoss
            ? null
            : Found(
                new("epochs", losses.Length - 1),
                new("falling_share", falling),
                new("loss_before", losses[0]),
                new("loss_after", losses[^1]),
                new("update_ratio", update)
            );
    }
}
