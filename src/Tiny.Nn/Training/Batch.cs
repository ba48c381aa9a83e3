using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Some samples with their targets and, where they do not all count the same, a weight for each: what a training step works on.</summary>
/// <remarks>A view: nothing is copied, neither here nor in a slice.</remarks>
/// <typeparam name="T">float or double.</typeparam>
public readonly record struct Batch<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>A batch over numbers that are not copied.</summary>
    /// <param name="inputs">x: inputs × samples.</param>
    /// <param name="targets">t: outputs × samples.</param>
    /// <param name="weights">One per sample, not negative; empty where all samples weigh the same.</param>
    /// <exception cref="ArgumentException">Inputs, targets and weights are not of the same number of samples.</exception>
    public Batch(Matrix<T> inputs, Matrix<T> targets, ReadOnlyMemory<T> weights = default)
    {
        if (inputs.Columns != targets.Columns)
        {
            throw new ArgumentException(
                $"There are inputs for {inputs.Columns} samples and targets for {targets.Columns}.",
                nameof(targets)
            );
        }
        if (!weights.IsEmpty && weights.Length != inputs.Columns)
        {
            throw new ArgumentException(
                $"There are {inputs.Columns} samples and {weights.Length} weights.",
                nameof(weights)
            );
        }
        Inputs = inputs;
        Targets = targets;
        Weights = weights;
    }

    /// <summary>x: inputs × samples.</summary>
    public Matrix<T> Inputs { get; }

    /// <summary>t: outputs × samples.</summary>
    public Matrix<T> Targets { get; }

    /// <summary>One weight per sample; empty where all samples weigh the same.</summary>
    public ReadOnlyMemory<T> Weights { get; }

    /// <summary>How many samples there are.</summary>
    public int Count => Inputs.Columns;

    /// <summary>How many samples there are, and their sizes.</summary>
    public override string ToString() =>
        $"{Count} samples of {Inputs.Rows} inputs and {Targets.Rows} targets{(Weights.IsEmpty ? "" : ", weighted")}";

    /// <summary>A view of <paramref name="count"/> samples from <paramref name="first"/> on.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The samples are not all there.</exception>
    public Batch<T> Slice(int first, int count) =>
        new(
            Inputs.Slice(first, count),
            Targets.Slice(first, count),
            Weights.IsEmpty ? default : Weights.Slice(first, count)
        );
}
