using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>How a model does on labelled rows. What every number means, with its formula and source: docs/report.md.</summary>
/// <param name="Rows">How many rows it was asked.</param>
public abstract record Report(int Rows)
{
    /// <summary>The numbers of the report one by one, the most important first: a table of them needs no knowledge of the kind of report.</summary>
    public abstract IReadOnlyList<Measure> Measures { get; }

    /// <summary>What simpler models say of the same rows, and whether this one beats them; empty where none was made for comparison.</summary>
    public IReadOnlyList<BaselineResult> Baselines { get; init; } = [];

    /// <summary>What else should be known, in whole sentences: a baseline that could not be trained, say.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The measures in one line, a line for each baseline, and the notes; in the invariant culture.</summary>
    public sealed override string ToString()
    {
        string measures = $"{Rows} rows: {string.Join(", ", Measures)}";
        return string.Join('\n', [measures, .. Baselines.Select(baseline => baseline.Verdict), .. Notes]);
    }
}

/// <summary>How a classifier does.</summary>
/// <param name="Classes">The classes' names, in the order of the confusion matrix.</param>
/// <param name="Confusion">What was taken for what.</param>
/// <param name="LogLoss">−mean ln p(actual class), in nats.</param>
public sealed record ClassReport(IReadOnlyList<string> Classes, ConfusionMatrix Confusion, double LogLoss)
    : Report(Confusion.Count)
{
    /// <summary>The share of rows whose class was recognised.</summary>
    public double Accuracy => Confusion.Accuracy;

    /// <summary>Wilson's interval of the accuracy, at 95 %.</summary>
    public Interval AccuracyInterval => Confusion.Correct.Wilson();

    /// <summary>The accuracy of always answering the class that is most frequent in these rows: what a model must beat.</summary>
    public double MajorityAccuracy => Confusion.MajorityAccuracy;

    /// <summary>The bootstrap interval of the log-loss, at 95 %.</summary>
    public required Interval LogLossInterval { get; init; }

    /// <summary>How far the probabilities are from the truth, from 0 to 1.</summary>
    public required double Brier { get; init; }

    /// <summary>Whether the probabilities mean what they say.</summary>
    public required Calibration Calibration { get; init; }

    /// <summary>Above which probability a row was taken for the second of two classes; null of more classes, or of several thresholds.</summary>
    public double? Threshold { get; init; }

    /// <summary>How well the probabilities order two classes; null of more classes, or where the rows are all of one.</summary>
    public ClassRanking? Ranking { get; init; }

    /// <summary>Class by class, in the order of <see cref="Classes"/>.</summary>
    public IReadOnlyList<ClassResult> PerClass =>
        [.. Classes.Select((name, code) => new ClassResult(name, code, Confusion))];

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures
    {
        get
        {
            List<Measure> measures =
            [
                new("accuracy", Accuracy, AccuracyInterval, Direction.LargerIsBetter),
                new("balanced accuracy", Confusion.BalancedAccuracy, null, Direction.LargerIsBetter),
                new("macro F1", Confusion.MacroAverage.F1, null, Direction.LargerIsBetter),
                new("Matthews", Confusion.Matthews, null, Direction.LargerIsBetter),
                new("kappa", Confusion.Kappa, null, Direction.LargerIsBetter),
                new("log-loss", LogLoss, LogLossInterval, Direction.SmallerIsBetter),
                new("Brier", Brier, null, Direction.SmallerIsBetter),
                new("calibration error", Calibration.ExpectedError, null, Direction.SmallerIsBetter),
            ];
            if (Classes.Count == 2)
            {
                measures.Add(
                    new(
                        "ROC AUC",
                        Ranking?.RocAuc.Value ?? double.NaN,
                        Ranking?.RocAuc.Interval,
                        Direction.LargerIsBetter
                    )
                );
                measures.Add(
                    new("average precision", Ranking?.AveragePrecision ?? double.NaN, null, Direction.LargerIsBetter)
                );
            }
            return measures;
        }
    }
}

/// <summary>How a regression does.</summary>
/// <param name="Rows">How many rows it was asked.</param>
/// <param name="Metrics">Its errors.</param>
/// <param name="Baseline">The errors of always answering the mean of the training rows' targets: what a model must beat.</param>
public sealed record NumberReport(int Rows, RegressionMetrics Metrics, RegressionMetrics Baseline) : Report(Rows)
{
    /// <summary>The bootstrap interval of the RMSE, at 95 %.</summary>
    public required Interval RootMeanSquaredErrorInterval { get; init; }

    /// <summary>The bootstrap interval of the MAE, at 95 %.</summary>
    public required Interval MeanAbsoluteErrorInterval { get; init; }

    /// <summary>The bootstrap interval of R², at 95 %.</summary>
    public required Interval RSquaredInterval { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures =>
        [
            new("RMSE", Metrics.RootMeanSquaredError, RootMeanSquaredErrorInterval, Direction.SmallerIsBetter),
            new("MAE", Metrics.MeanAbsoluteError, MeanAbsoluteErrorInterval, Direction.SmallerIsBetter),
            new("R²", Metrics.RSquared, RSquaredInterval, Direction.LargerIsBetter),
            new("median error", Metrics.MedianAbsoluteError, null, Direction.SmallerIsBetter),
            new("maximum error", Metrics.MaximumError, null, Direction.SmallerIsBetter),
        ];
}
