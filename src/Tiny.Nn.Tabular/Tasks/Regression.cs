using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>The target is a number. The network learns it standardized: of mean 0 and deviation 1 over the training rows.</summary>
internal sealed class Regression : LearningTask
{
    private readonly TargetColumn target;
    private readonly ReadOnlyMemory<double> numbers;
    private readonly bool extrapolates;

    /// <exception cref="DataException">A target is no number.</exception>
    internal Regression(TargetColumn target, Loss loss, bool extrapolates)
    {
        this.extrapolates = extrapolates;
        this.target = target;
        numbers = target.Numbers();
        Loss = loss;
    }

    /// <inheritdoc/>
    public override TargetKind Kind => TargetKind.Regression;

    /// <inheritdoc/>
    public override int Outputs => 1;

    /// <inheritdoc/>
    public override Activation OutputActivation => Activation.Identity;

    /// <inheritdoc/>
    public override Loss Loss { get; }

    internal override int[] Strata() => new int[numbers.Length];

    internal override int[] FoldStrata(int[] rows, int folds)
    {
        int[] sorted = [.. rows.OrderBy(row => numbers.Span[row])];
        int[] strata = Strata();
        for (int rank = 0; rank < sorted.Length; rank++)
        {
            strata[sorted[rank]] = rank / folds;
        }
        return strata;
    }

    internal override void RequireKnown(TargetColumn others)
    {
        others.RequireNumbers();
        others.RequireUnit(target.Unit);
    }

    internal override ModelTarget Fit(ReadOnlySpan<int> trainingRows)
    {
        try
        {
            double[] known = Rows.Pick(numbers.Span, trainingRows);
            return new NumberTarget(target.Name, Standardization.Fit(new Matrix<double>(1, known.Length, known)))
            {
                Range = extrapolates ? null : (known.Min(), known.Max()),
                Unit = target.Unit,
            };
        }
        catch (DataException cause)
        {
            // The scaling only knows that it is the first of its columns, which is not what it is in the file.
            string what = "The numbers of the target are too large.";
            throw new DataException(what, $"column {Excerpt.Name(target.Name)}", cause.Advice, cause);
        }
    }

    internal override T[] Weights<T>(
        ReadOnlySpan<double> own,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> trainingRows
    ) => RowWeights.Combine<T>(own, null, rows);

    internal override ModelTarget Complete(ModelTarget fitted, Func<Predictions> validation) => fitted;
}
