using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>
/// What a target asks for: the output layer, the loss, and what the training rows tell of it. Two classes: sigmoid and binary
/// cross-entropy; more: softmax and cross-entropy; a number: identity and squared error on standardized targets.
/// </summary>
internal abstract class LearningTask
{
    private protected LearningTask() { }

    /// <summary>What the target is taken for.</summary>
    public abstract TargetKind Kind { get; }

    /// <summary>How many outputs the network has.</summary>
    public abstract int Outputs { get; }

    /// <summary>The activation of the output layer.</summary>
    public abstract Activation OutputActivation { get; }

    /// <summary>What compares the outputs with the targets.</summary>
    public abstract Loss Loss { get; }

    /// <summary>What the task is, and what the network ends with.</summary>
    public sealed override string ToString() => $"{Kind} with {Outputs} outputs, {OutputActivation} and {Loss}";

    /// <summary>The class of each row, whose shares a split keeps; all 0 where there are no classes. Nobody may change them.</summary>
    internal abstract int[] Strata();

    /// <summary>What the folds of a bag keep in the same shares: the class of each row, or of numbers their rank in blocks of so many rows.</summary>
    /// <param name="rows">The rows that are dealt; others have any class.</param>
    /// <param name="folds">How many folds there are.</param>
    internal virtual int[] FoldStrata(int[] rows, int folds) => Strata();

    /// <summary>Makes sure that other rows can be compared with what a model of this task predicts.</summary>
    /// <exception cref="DataException">A target is none that it can predict.</exception>
    internal abstract void RequireKnown(TargetColumn others);

    /// <summary>The classes that no training row has, so that they cannot be learned.</summary>
    internal virtual IReadOnlyList<string> Unlearned(ReadOnlySpan<int> trainingRows) => [];

    /// <summary>
    /// The largest ε that labels are smoothed with where nobody has chosen it: no class is given more than the rarest has, so ε/K is at most its share of the training rows.
    /// </summary>
    /// <param name="trainingRows">The rows to learn from.</param>
    internal virtual double MostSmoothing(ReadOnlySpan<int> trainingRows) => 1;

    /// <summary>What the model predicts, as far as these training rows tell.</summary>
    /// <exception cref="DataException">The targets are too large.</exception>
    internal abstract ModelTarget Fit(ReadOnlySpan<int> trainingRows);

    /// <summary>How much some rows count in training; empty where all count the same.</summary>
    /// <param name="own">The weight of each row of the table; empty where all count the same.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="trainingRows">The rows to learn from.</param>
    /// <exception cref="DataException">None of the rows counts, or weights are for other classes.</exception>
    internal abstract T[] Weights<T>(ReadOnlySpan<double> own, ReadOnlySpan<int> rows, ReadOnlySpan<int> trainingRows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;

    /// <summary>What the finished model predicts: what only a trained network can tell is added.</summary>
    /// <param name="fitted">What the training rows tell.</param>
    /// <param name="validation">What the network says of the validation rows.</param>
    internal abstract ModelTarget Complete(ModelTarget fitted, Func<Predictions> validation);
}
