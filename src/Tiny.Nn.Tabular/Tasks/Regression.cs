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
            Matrix<double> known = new(1, trainingRows.Length, Rows.Pick(numbers.Span, trainingRows));
            (double, double)? range = extrapolates ? null : (Least(known.Values), Most(known.Values));
            return new NumberTarget(target.Name, Standardization.Fit(known)) { Range = range, Unit = target.Unit };
        }
        catch (DataException cause)
        {
            // The scaling only knows that it is the first of its columns, which is not what it is in the file.
            string what = "The numbers of the target are too large.";
            throw new DataException(what, $"column {Excerpt.Name(target.Name)}", cause.Advice, cause);
        }
    }

    private static double Least(ReadOnlySpan<double> values)
    {
        double least = double.PositiveInfinity;
        foreach (double value in values)
        {
            least = Math.Min(least, value);
        }
        return least;
    }

    private static double Most(ReadOnlySpan<double> values)
    {
        double most = double.NegativeInfinity;
        foreach (double value in values)
        {
            most = Math.Max(most, value);
        }
        return most;
    }

    internal override T[] Weights<T>(
        ReadOnlySpan<double> own,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> trainingRows
    ) => RowWeights.Combine<T>(own, null, rows);

    internal override ModelTarget Complete(ModelTarget fitted, Func<Predictions> validation) => fitted;
}
