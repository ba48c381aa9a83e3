using MathNet.Numerics.Distributions;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>One measure over the folds.</summary>
/// <param name="Name">The measure's name.</param>
/// <param name="Values">What it is on each fold; NaN where it is undefined there.</param>
/// <param name="Mean">The mean of the folds on which it is defined.</param>
/// <param name="StandardDeviation">How much folds differ: s = √(Σ(xᵢ − x̄)²/(J − 1)). Not the error of the mean.</param>
/// <param name="Interval">
/// Where the mean of such recipes on such tables lies: Student's, with the correction of Nadeau and Bengio for folds that share training rows, and no
/// farther than the measure's range. A rule of thumb.
/// </param>
/// <param name="Direction">Which way it gets better.</param>
/// <param name="Range">Between which numbers it lies.</param>
public sealed record MeasureSummary(
    string Name,
    IReadOnlyList<double> Values,
    double Mean,
    double StandardDeviation,
    Interval Interval,
    Direction Direction,
    MeasureRange Range
)
{
    /// <summary>The class that it is about: of two, the positive one. Null where it is about all of them.</summary>
    public string? Class { get; init; }

    /// <summary>Name, mean and interval in the invariant culture, as a report has them.</summary>
    public override string ToString() => $"{new Measure(Name, Mean, Interval, Direction, Range) { Class = Class }}";
}

/// <summary>What a cross-validation came to.</summary>
public sealed class CrossValidationResult
{
    private readonly int foldsPerRepeat;

    internal CrossValidationResult(IReadOnlyList<FoldResult> folds, int planned, int foldsPerRepeat)
    {
        Folds = folds;
        Planned = planned;
        this.foldsPerRepeat = foldsPerRepeat;
        Summaries = [.. folds[0].Report.Measures.Select((measure, place) => Summarize(measure, place))];
        OutOfFold = [.. Repeats.Select(repeat => Predictions.Join([.. repeat.Select(fold => fold.Predictions)]))];
        Pooled = [.. Repeats.Zip(OutOfFold, Pool)];
    }

    /// <summary>The folds that were done, in order.</summary>
    public IReadOnlyList<FoldResult> Folds { get; }

    /// <summary>How many folds were planned: more than done where it was cancelled.</summary>
    public int Planned { get; }

    /// <summary>Measure by measure what the folds came to, in the order of a report.</summary>
    public IReadOnlyList<MeasureSummary> Summaries { get; }

    /// <summary>For each repeat what was said of every row, by the model that had not seen it.</summary>
    public IReadOnlyList<Predictions> OutOfFold { get; }

    /// <summary>
    /// For each repeat one report on all its rows together, with its baseline. Its intervals take the rows for independent and the models for
    /// one, so they are a little too narrow; and measures of order, such as ROC AUC, compare probabilities of different models.
    /// </summary>
    public IReadOnlyList<Report> Pooled { get; }

    /// <summary>How many folds were done, and the mean of each measure with its interval.</summary>
    public override string ToString() => $"{Folds.Count} of {Planned} folds: {string.Join(", ", Summaries)}";

    private double TestPerTraining => 1.0 / (foldsPerRepeat - 1);

    private IEnumerable<FoldResult[]> Repeats => Folds.GroupBy(fold => fold.Repeat).Select(repeat => repeat.ToArray());

    /// <summary>
    /// Compares two recipes on the same folds, by Nadeau and Bengio's corrected t test of the folds' differences: t = d̄/(s·√(1/J + n₂/n₁)), J − 1
    /// degrees of freedom. The first measure is the one to go by.
    /// </summary>
    /// <param name="other">The other recipe's result, of the same table, seed and options.</param>
    /// <exception cref="ArgumentException">The folds are not the same.</exception>
    public IReadOnlyList<Comparison> CompareWith(CrossValidationResult other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Folds.Count != other.Folds.Count)
        {
            throw new ArgumentException("There are more folds of one than of the other.", nameof(other));
        }
        foreach ((FoldResult first, FoldResult second) in Folds.Zip(other.Folds))
        {
            first.Predictions.RequireSameRows(second.Predictions);
        }
        return [.. Summaries.Zip(other.Summaries, Compare)];
    }

    private Comparison Compare(MeasureSummary first, MeasureSummary second)
    {
        double[] differences = [.. first.Values.Zip(second.Values, (x, y) => x - y).Where(d => !double.IsNaN(d))];
        Interval interval = first.Range.OfDifference.Part(StudentInterval.MeanOfFolds(differences, TestPerTraining));
        MeanAndDeviation moments = MeanAndDeviation.OfSample(differences);
        double error = moments.Deviation * Math.Sqrt(1.0 / differences.Length + TestPerTraining);
        double p =
            differences.Length < 2 || moments.Mean == 0 ? 1
            : error == 0 ? 0
            : 2 * StudentT.CDF(0, 1, differences.Length - 1, -Math.Abs(moments.Mean / error));
        return Comparison.ByPValue(
            new Measure(first.Name, first.Mean, null, first.Direction, first.Range),
            second.Mean,
            interval,
            p
        );
    }

    private MeasureSummary Summarize(Measure measure, int place)
    {
        double[] values = [.. Folds.Select(fold => fold.Report.Measures[place].Value)];
        double[] defined = [.. values.Where(value => !double.IsNaN(value))];
        MeanAndDeviation moments = MeanAndDeviation.OfSample(defined);
        Interval interval = measure.Range.Part(StudentInterval.MeanOfFolds(defined, TestPerTraining));
        return new MeasureSummary(
            measure.Name,
            values,
            moments.Mean,
            moments.Deviation,
            interval,
            measure.Direction,
            measure.Range
        )
        {
            Class = measure.Class,
        };
    }

    private static Report Pool(FoldResult[] repeat, Predictions pooled)
    {
        Predictions baseline = Predictions.Join([.. repeat.Select(fold => fold.Baseline)]);
        return Baselines.With(pooled.Report(), repeat[0].Report.Baselines[0].Name, pooled, baseline);
    }
}
