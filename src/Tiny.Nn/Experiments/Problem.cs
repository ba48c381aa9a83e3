using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Data;
using Tiny.Nn.Losses;
using Tiny.Nn.Models;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Experiments;

/// <summary>
/// What a target asks for: its output layer, its loss, and the target as numbers. Two classes: sigmoid and binary cross-entropy;
/// more: softmax and cross-entropy; a number: identity and squared error on standardized targets.
/// </summary>
internal abstract class Problem<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>What the target is taken for.</summary>
    internal abstract TargetKind Kind { get; }

    /// <summary>How many outputs the network has.</summary>
    internal abstract int Outputs { get; }

    /// <summary>What the outputs go through.</summary>
    internal abstract Activation OutputActivation { get; }

    /// <summary>What compares them with the targets.</summary>
    internal abstract Loss Loss { get; }

    /// <summary>What the model predicts, as far as these training rows tell.</summary>
    internal abstract ModelTarget Describe(ReadOnlySpan<int> trainingRows);

    /// <summary>The targets of some rows as the network should answer: outputs × rows.</summary>
    internal abstract Matrix<T> Encode(ReadOnlySpan<int> rows, ModelTarget target);

    /// <summary>Rows in two parts, the second of which has the given share; a share of 0 leaves it empty.</summary>
    internal (int[] Kept, int[] Part) Divide(ReadOnlySpan<int> rows, double share, Generator generator)
    {
        if (share == 0)
        {
            return (rows.ToArray(), []);
        }
        Split split = Split(rows, share, generator);
        return (Rows.Pick(rows, split.Training.Span), Rows.Pick(rows, split.Validation.Span));
    }

    /// <summary>Places among the rows, in two parts as the kind of target asks for.</summary>
    private protected abstract Split Split(ReadOnlySpan<int> rows, double share, Generator generator);
}
