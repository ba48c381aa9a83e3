using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

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

    /// <summary>The same by whole groups.</summary>
    internal (int[] Kept, int[] Part) DivideGroups(
        Groups groups,
        ReadOnlySpan<int> rows,
        double share,
        Generator generator
    )
    {
        if (share == 0)
        {
            return (rows.ToArray(), []);
        }
        Split split = GroupSplit.Stratified(groups.Select(rows), Strata(rows), share, generator);
        return (Rows.Pick(rows, split.Training.Span), Rows.Pick(rows, split.Validation.Span));
    }

    /// <summary>What whole groups are divided by: the class of each row, or 0 of each where there are no classes.</summary>
    internal abstract int[] Strata(ReadOnlySpan<int> rows);

    /// <summary>Folds over all rows of the table, as the kind of target asks for.</summary>
    internal abstract IReadOnlyList<Split> Folds(int k, Generator generator);

    /// <summary>The weight of each row's class; null where all count the same.</summary>
    /// <exception cref="DataException">The weights are not for these classes.</exception>
    internal abstract double[]? ClassWeights(ReadOnlySpan<int> rows, ReadOnlySpan<int> trainingRows);

    /// <summary>Makes sure that a threshold can be chosen, before anything is trained.</summary>
    /// <exception cref="DataException">The recipe's rule asks for two classes, or for validation rows.</exception>
    internal abstract void CheckThreshold(int validationRows);

    /// <summary>The threshold by the recipe's rule; null where the target has none.</summary>
    internal abstract double? ChooseThreshold(Func<Predictions> validation);

    /// <summary>What one would say without any feature, and what to call that.</summary>
    internal abstract (string Name, Predictions Predictions) Baseline(
        ReadOnlySpan<int> trainingRows,
        Predictions predictions
    );

    /// <summary>Places among the rows, in two parts as the kind of target asks for.</summary>
    private protected abstract Split Split(ReadOnlySpan<int> rows, double share, Generator generator);
}
