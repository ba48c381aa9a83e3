using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>How wrong a network is about the validation samples of its fold: what the epochs of a bag are compared by.</summary>
internal abstract class FoldLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The sum over the samples of their weight × their loss.</summary>
    /// <param name="outputs">What the network answers, before the output activation: outputs × samples.</param>
    internal abstract double Sum(Matrix<T> outputs);

    /// <summary>The sum of the samples' weights.</summary>
    internal abstract double Weight { get; }
}

/// <summary>
/// Of classes the refined log-loss: that which is left after a temperature was fitted to the very samples. Whether a network is too sure of
/// itself can be mended afterwards, what it confuses cannot; so training may go on where the log-loss alone would rise.
/// </summary>
/// <remarks>Berta, Holzmüller, Jordan, Bach, "Rethinking Early Stopping: Refine, Then Calibrate", 2025.</remarks>
internal sealed class RefinedLogLoss<T>(Logits logits) : FoldLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override double Weight { get; } = logits.Weight;

    internal override double Sum(Matrix<T> outputs)
    {
        logits.Take(outputs);
        return logits.Loss(Temperature.Fit(logits), 1.0 / (logits.Samples + 1));
    }
}

/// <summary>Of numbers the loss that is trained with.</summary>
internal sealed class SummedLoss<T>(Loss loss, Batch<T> targets) : FoldLoss<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    internal override double Weight { get; } =
        targets.Weights.IsEmpty ? targets.Count : double.CreateTruncating(Sums.Sum(targets.Weights.Span));

    internal override double Sum(Matrix<T> outputs) =>
        targets.Count * double.CreateTruncating(loss.Evaluate(outputs, targets.Targets, targets.Weights.Span, default));
}
