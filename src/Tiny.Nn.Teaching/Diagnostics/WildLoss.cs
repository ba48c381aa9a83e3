using Tiny.Nn.Losses;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Diagnostics;

/// <summary>
/// A training loss so far above that of answers which know no input that something must be wrong, whatever it is: steps that are too long, inputs that
/// are not scaled. It is seen in the history alone, without a look into the network.
/// </summary>
/// <param name="Epoch">In which epoch it was highest.</param>
/// <param name="Loss">What it was there.</param>
/// <param name="Reference">The loss of knowing nothing.</param>
internal sealed record WildLoss(int Epoch, double Loss, double Reference)
{
    /// <summary>The highest loss of a training, where it is too high to be right; null where it is not.</summary>
    /// <param name="history">How training went.</param>
    /// <param name="loss">What was made small.</param>
    /// <param name="training">The samples that were learned from.</param>
    internal static WildLoss? Find<T>(History history, Loss loss, Dataset<T> training)
        where T : unmanaged, System.Numerics.IBinaryFloatingPointIeee754<T>
    {
        if (history.Epochs.MaxBy(epoch => epoch.TrainingLoss) is not { } highest)
        {
            return null;
        }
        double reference = References.Loss(loss, training);
        bool isClass = loss is CrossEntropy or BinaryCrossEntropy;
        double most = isClass ? InitialLossRule.MostForClasses : InitialLossRule.MostForNumbers;
        return highest.TrainingLoss > most * reference && reference > 0
            ? new WildLoss(highest.Epoch, highest.TrainingLoss, reference)
            : null;
    }
}
