using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>The target is a number.</summary>
internal sealed class NumberProblem<T>(TargetColumn target, Recipe recipe) : Problem<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlyMemory<double> numbers = target.Numbers();

    internal override TargetKind Kind => TargetKind.Regression;

    internal override int Outputs => 1;

    internal override Activation OutputActivation => Activation.Identity;

    internal override Loss Loss => recipe.RegressionLoss;

    internal override ModelTarget Describe(ReadOnlySpan<int> trainingRows)
    {
        try
        {
            return new NumberTarget(target.Name, Standardization.Fit(Numbers(trainingRows)));
        }
        catch (DataException cause)
        {
            // The scaling only knows that it is the first of its columns, which is not what it is in the file.
            string what = "The numbers of the target are too large.";
            throw new DataException(what, $"column '{target.Name}'", cause.Advice, cause);
        }
    }

    internal override Matrix<T> Encode(ReadOnlySpan<int> rows, ModelTarget description)
    {
        Matrix<double> values = Numbers(rows);
        ((NumberTarget)description).Scaling.Apply(values, values);
        return new Matrix<T>(1, rows.Length, [.. values.Values.ToArray().Select(T.CreateTruncating)]);
    }

    private protected override Split Split(ReadOnlySpan<int> rows, double share, Generator generator) =>
        Splits.Split.Random(rows.Length, share, generator);

    internal override int[] Strata(ReadOnlySpan<int> rows) => new int[rows.Length];

    internal override IReadOnlyList<Split> Folds(int k, Generator generator) =>
        Fold.Random(numbers.Length, k, generator);

    internal override double[]? ClassWeights(ReadOnlySpan<int> rows, ReadOnlySpan<int> trainingRows) =>
        recipe.ClassWeights == ClassWeighting.None ? null : throw NoClasses("Class weights are");

    internal override void CheckThreshold(int validationRows)
    {
        if (recipe.Threshold != ThresholdRule.Half)
        {
            throw NoClasses("A threshold is");
        }
    }

    internal override double? ChooseThreshold(Func<Predictions> validation) => null;

    internal override (string Name, Predictions Predictions) Baseline(
        ReadOnlySpan<int> trainingRows,
        Predictions predictions
    ) => (Baselines.Mean, ((NumberPredictions)predictions).Baseline());

    private DataException NoClasses(string what) =>
        new($"{what} for classes; the target is a number.", $"column {Excerpt.Name(target.Name)}", "Leave them out.");

    private Matrix<double> Numbers(ReadOnlySpan<int> rows) => new(1, rows.Length, Rows.Pick(numbers.Span, rows));
}
