using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>The target is one of several classes.</summary>
internal sealed class ClassProblem<T>(TargetColumn target, Recipe recipe) : Problem<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private bool IsBinary => target.Levels.Count == 2;

    internal override TargetKind Kind => TargetKind.Classification;

    internal override int Outputs => IsBinary ? 1 : target.Levels.Count;

    internal override Activation OutputActivation => IsBinary ? Activation.Sigmoid : Activation.Softmax;

    internal override Loss Loss =>
        IsBinary ? new BinaryCrossEntropy(recipe.LabelSmoothing) : new CrossEntropy(recipe.LabelSmoothing);

    internal override ModelTarget Describe(ReadOnlySpan<int> trainingRows) =>
        new ClassTarget(target.Name, target.Levels) { TrainingCounts = Counts(trainingRows) };

    internal override Matrix<T> Encode(ReadOnlySpan<int> rows, ModelTarget description)
    {
        int[] codes = Codes(rows);
        return IsBinary
            ? new Matrix<T>(1, codes.Length, [.. codes.Select(code => T.CreateTruncating(code))])
            : OneHot.Encode<T>(codes, Outputs);
    }

    private protected override Split Split(ReadOnlySpan<int> rows, double share, Generator generator) =>
        Splits.Split.Stratified(Codes(rows), share, generator);

    internal override int[] Strata(ReadOnlySpan<int> rows) => Codes(rows);

    internal override IReadOnlyList<Split> Folds(int k, Generator generator) =>
        Fold.Stratified(target.Codes.Span, k, generator);

    internal override double[]? ClassWeights(ReadOnlySpan<int> rows, ReadOnlySpan<int> trainingRows) =>
        recipe.ClassWeights.ForClasses(target.Levels, Counts(trainingRows)) is { } weights
            ? [.. Codes(rows).Select(code => weights[code])]
            : null;

    internal override void CheckThreshold(int validationRows)
    {
        if (!IsBinary && recipe.Threshold != ThresholdRule.Half)
        {
            throw new DataException(
                $"A threshold is for two classes; the target has {target.Levels.Count}.",
                $"column {Excerpt.Name(target.Name)}",
                "Leave the threshold out: of several classes the most probable one is predicted."
            );
        }
        if (recipe.Threshold is not FixedThreshold && validationRows == 0)
        {
            throw new DataException(
                "There are no validation rows to choose a threshold by.",
                null,
                "Set a share of the rows aside for validation, or give the threshold."
            );
        }
    }

    internal override double? ChooseThreshold(Func<Predictions> validation)
    {
        if (!IsBinary || recipe.Threshold is FixedThreshold)
        {
            return IsBinary ? ((FixedThreshold)recipe.Threshold).Threshold : null;
        }
        (double[] scores, bool[] positive) = ((ClassPredictions)validation()).Scored();
        return recipe.Threshold.Choose(scores, positive);
    }

    /// <summary>Always the most frequent class of the training rows, with the shares of the classes for probabilities.</summary>
    internal override (string Name, Predictions Predictions) Baseline(
        ReadOnlySpan<int> trainingRows,
        Predictions predictions
    ) => (Baselines.Majority, ((ClassPredictions)predictions).Baseline(Counts(trainingRows)));

    private int[] Counts(ReadOnlySpan<int> rows)
    {
        int[] counts = new int[target.Levels.Count];
        foreach (int code in Codes(rows))
        {
            counts[code]++;
        }
        return counts;
    }

    private int[] Codes(ReadOnlySpan<int> rows) => Rows.Pick(target.Codes.Span, rows);
}
