using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

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

    /// <summary>Of two classes the one whose probability the threshold is of, and ROC AUC, average precision and costs; null of more classes.</summary>
    public string? Positive { get; init; }

    /// <summary>Above which probability of the positive class a row was taken for it; null of more than two classes, or of several thresholds.</summary>
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
                new("accuracy", Accuracy, AccuracyInterval, Direction.LargerIsBetter, MeasureRange.Share),
                new(
                    "balanced accuracy",
                    Confusion.BalancedAccuracy,
                    null,
                    Direction.LargerIsBetter,
                    MeasureRange.Share
                ),
                new("macro F1", Confusion.MacroAverage.F1, null, Direction.LargerIsBetter, MeasureRange.Share),
                new("Matthews", Confusion.Matthews, null, Direction.LargerIsBetter, MeasureRange.Correlation),
                new("kappa", Confusion.Kappa, null, Direction.LargerIsBetter, MeasureRange.Correlation),
                new("log-loss", LogLoss, LogLossInterval, Direction.SmallerIsBetter, MeasureRange.Error),
                new("Brier", Brier, null, Direction.SmallerIsBetter, MeasureRange.Share),
                new(
                    "calibration error",
                    Calibration.ExpectedError,
                    null,
                    Direction.SmallerIsBetter,
                    MeasureRange.Share
                ),
            ];
            if (Classes.Count == 2)
            {
                measures.Add(
                    new(
                        "ROC AUC",
                        Ranking?.RocAuc.Value ?? double.NaN,
                        Ranking?.RocAuc.Interval,
                        Direction.LargerIsBetter,
                        MeasureRange.Share
                    )
                    {
                        Class = Positive,
                    }
                );
                measures.Add(
                    new(
                        "average precision",
                        Ranking?.AveragePrecision ?? double.NaN,
                        null,
                        Direction.LargerIsBetter,
                        MeasureRange.Share
                    )
                    {
                        Class = Positive,
                    }
                );
            }
            return measures;
        }
    }

    /// <summary>The report on some predictions; every row counts the same.</summary>
    internal static ClassReport Of(ClassPredictions predictions)
    {
        ReadOnlySpan<int> actual = predictions.Actual.AsSpan();
        ConfusionMatrix confusion = new(predictions.Predicted.AsSpan(), actual, predictions.Classes.Count);
        double[] surprises = predictions.NegativeLogLikelihoods();
        bool isRanked = predictions.Classes.Count == 2 && confusion.Support(0) > 0 && confusion.Support(1) > 0;
        return new ClassReport(predictions.Classes, confusion, Sum(surprises) / surprises.Length)
        {
            LogLossInterval = Bootstrap.Percentile(
                surprises.Length,
                rows => ClassPredictions.Mean(surprises, rows),
                Predictions.BootstrapGenerator()
            ),
            Brier = Sum(predictions.Briers()) / actual.Length,
            Calibration = Tabular.Metrics.Calibration.Measure(
                predictions.Confidences(),
                predictions.Predicted.AsSpan(),
                actual
            ),
            Positive = predictions.Positive,
            Threshold = predictions.Threshold,
            Ranking = isRanked ? Rank(predictions) : null,
        };
    }

    private static ClassRanking Rank(ClassPredictions predictions)
    {
        (double[] scores, bool[] positive) = predictions.Scored();
        return new ClassRanking(
            predictions.Positive!,
            RocAuc.Measure(scores, positive),
            AveragePrecision.Measure(scores, positive)
        );
    }

    private static double Sum(IEnumerable<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }
        return sum;
    }
}
