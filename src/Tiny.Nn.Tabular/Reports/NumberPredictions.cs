using System.Collections.Immutable;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Predicted numbers and the actual ones.</summary>
public sealed class NumberPredictions : Predictions
{
    internal NumberPredictions(
        ImmutableArray<int> rows,
        ImmutableArray<double> predicted,
        ImmutableArray<double> actual,
        ImmutableArray<double> trainingMeans
    )
        : base(rows)
    {
        Predicted = predicted;
        Actual = actual;
        TrainingMeans = trainingMeans;
    }

    /// <summary>The predicted number of each row.</summary>
    public ImmutableArray<double> Predicted { get; }

    /// <summary>The actual number of each row.</summary>
    public ImmutableArray<double> Actual { get; }

    /// <summary>For each row the mean target of the rows that its model learned from: what it would have said without any feature.</summary>
    public ImmutableArray<double> TrainingMeans { get; }

    /// <inheritdoc/>
    public override Report Report()
    {
        IReadOnlyList<Interval> intervals = Bootstrap.Percentiles(
            Actual.Length,
            rows =>
            {
                DrawnErrors drawn = DrawnErrors.Of(this, rows);
                return [drawn.RootMeanSquared, drawn.MeanAbsolute, drawn.RSquared];
            },
            BootstrapGenerator()
        );
        return new NumberReport(
            Actual.Length,
            RegressionMetrics.Measure(Predicted.AsSpan(), Actual.AsSpan()),
            RegressionMetrics.Measure(TrainingMeans.AsSpan(), Actual.AsSpan())
        )
        {
            RootMeanSquaredErrorInterval = intervals[0],
            MeanAbsoluteErrorInterval = intervals[1],
            RSquaredInterval = intervals[2],
        };
    }

    /// <summary>How many rows they are of.</summary>
    public override string ToString() => $"predictions of {Rows.Length} rows, a number each";

    /// <summary>The mean of the training rows as a model of its own.</summary>
    internal NumberPredictions Baseline() => new(Rows, TrainingMeans, Actual, TrainingMeans);

    private protected override Predictions JoinAll(
        IReadOnlyList<Predictions> parts,
        ImmutableArray<int> rows,
        int[] order
    ) =>
        new NumberPredictions(
            rows,
            InOrder<NumberPredictions, double>(parts, order, part => part.Predicted),
            InOrder<NumberPredictions, double>(parts, order, part => part.Actual),
            InOrder<NumberPredictions, double>(parts, order, part => part.TrainingMeans)
        );
}
