using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

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

    /// <summary>The unit of the target, and so of the errors; null where its file had none.</summary>
    public string? Unit { get; init; }

    /// <inheritdoc/>
    public override IReadOnlyList<Measure> Measures =>
        [
            new(
                "RMSE",
                Metrics.RootMeanSquaredError,
                RootMeanSquaredErrorInterval,
                Direction.SmallerIsBetter,
                MeasureRange.Error
            ),
            new(
                "MAE",
                Metrics.MeanAbsoluteError,
                MeanAbsoluteErrorInterval,
                Direction.SmallerIsBetter,
                MeasureRange.Error
            ),
            new("R²", Metrics.RSquared, RSquaredInterval, Direction.LargerIsBetter, MeasureRange.UpToOne),
            new("median error", Metrics.MedianAbsoluteError, null, Direction.SmallerIsBetter, MeasureRange.Error),
            new("maximum error", Metrics.MaximumError, null, Direction.SmallerIsBetter, MeasureRange.Error),
        ];

    /// <summary>The report on some predictions; every row counts the same.</summary>
    internal static NumberReport Of(NumberPredictions predictions)
    {
        ReadOnlySpan<double> actual = predictions.Actual.AsSpan();
        IReadOnlyList<Interval> intervals = Bootstrap.Percentiles(
            actual.Length,
            rows =>
            {
                DrawnErrors drawn = predictions.Errors(rows);
                return [drawn.RootMeanSquared, drawn.MeanAbsolute, drawn.RSquared];
            },
            Predictions.BootstrapGenerator()
        );
        return new NumberReport(
            actual.Length,
            RegressionMetrics.Measure(predictions.Predicted.AsSpan(), actual),
            RegressionMetrics.Measure(predictions.TrainingMeans.AsSpan(), actual)
        )
        {
            RootMeanSquaredErrorInterval = intervals[0],
            MeanAbsoluteErrorInterval = intervals[1],
            RSquaredInterval = intervals[2],
            Unit = predictions.Unit,
        };
    }
}
