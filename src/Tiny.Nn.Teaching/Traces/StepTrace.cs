using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Optimizers;

namespace Tiny.Nn.Teaching.Traces;

/// <summary>
/// One training step with every number on the way: forward, loss, backward, update. The numbers are those of the engine that trains,
/// bit for bit; the single products of its sums stand beside them.
/// </summary>
public sealed record StepTrace
{
    /// <summary>The network with its parameters before the step.</summary>
    public required SequentialNetwork<double> Network { get; init; }

    /// <summary>What compares answers with targets.</summary>
    public required Loss Loss { get; init; }

    /// <summary>What the step was made by: optimizer, schedule, penalty and clipping.</summary>
    public required UpdateRule Rule { get; init; }

    /// <summary>Each sample as a batch of its own.</summary>
    public required IReadOnlyList<SampleTrace> Samples { get; init; }

    /// <summary>The mean loss of the batch, without penalty.</summary>
    public required double MeanLoss { get; init; }

    /// <summary>What training minimizes: mean loss + penalty.</summary>
    public required double Objective { get; init; }

    /// <summary>∂(mean loss)/∂θ, the mean of the samples' gradients: parameters × 1, in the order of the network's.</summary>
    public required Matrix<double> MeanGradient { get; init; }

    /// <summary>The same with the penalty's share.</summary>
    public required Matrix<double> PenalizedGradient { get; init; }

    /// <summary>What the optimizer made of it, after clipping.</summary>
    public required UpdateTrace Update { get; init; }

    /// <summary>What was trained on how many samples, by which rule, and the loss, in the invariant culture.</summary>
    public override string ToString() =>
        FormattableString.Invariant(
            $"a step of {Network.Architecture} on {Samples.Count} samples, {Rule}: mean {Loss} {MeanLoss:G4}"
        );

    /// <summary>The derivative of the mean loss by one parameter, in the trace of one of the samples.</summary>
    /// <param name="sample">Its place in the batch.</param>
    /// <param name="block">One of the network's blocks.</param>
    /// <param name="row">The unit.</param>
    /// <param name="column">The input; 0 for a bias.</param>
    public double GradientOf(int sample, ParameterBlock block, int row, int column)
    {
        ArgumentNullException.ThrowIfNull(block);
        return Samples[sample].Gradient[block.Start + column * block.Rows + row, 0];
    }
}
