using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// After its best epoch the validation loss grew by half of the loss of answers that know nothing, while the training loss fell.
/// Prechelt, "Early Stopping — But When?", 1998.
/// </summary>
internal sealed class OverfittingRule : DiagnosticRule
{
    /// <summary>The validation loss may grow by so many times the loss of answers that know nothing.</summary>
    public const double MostGrowth = 0.5;

    /// <inheritdoc/>
    public override SymptomKind Kind => SymptomKind.Overfitting;

    /// <inheritdoc/>
    public override Symptom? Diagnose(TrainingObservations observations)
    {
        ArgumentNullException.ThrowIfNull(observations);
        EpochReport[] epochs = [.. observations.Epochs.Select(epoch => epoch.Report)];
        if (epochs is not [.., { ValidationLoss: { } end } last])
        {
            return null;
        }
        EpochReport best = epochs.MinBy(epoch => epoch.ValidationLoss)!;
        double growth = end - best.ValidationLoss!.Value;
        bool stillLearned = last.TrainingLoss < best.TrainingLoss;
        return growth < MostGrowth * observations.ReferenceLoss || !stillLearned
            ? null
            : Found(
                new("best_epoch", best.Epoch),
                new("last_epoch", last.Epoch),
                new("best_validation_loss", best.ValidationLoss.Value),
                new("last_validation_loss", end),
                new("training_loss_at_best", best.TrainingLoss),
                new("last_training_loss", last.TrainingLoss),
                new("gap_at_best", best.ValidationLoss.Value - best.TrainingLoss),
                new("last_gap", end - last.TrainingLoss)
            );
    }
}
