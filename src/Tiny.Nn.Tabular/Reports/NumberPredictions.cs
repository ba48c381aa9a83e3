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

    /// <summary>The unit of all these numbers, as the target's file had it; null where it had none.</summary>
    public string? Unit { get; internal init; }

    /// <summary>The errors on drawn rows.</summary>
    internal DrawnErrors Errors(ReadOnlySpan<int> rows) => DrawnErrors.Of(Predicted.AsSpan(), Actual.AsSpan(), rows);

    /// <summary>How many rows they are of.</summary>
    public override string ToString() => $"predictions of {Rows.Length} rows, a number each";

    /// <summary>The mean of the training rows as a model of its own.</summary>
    internal NumberPredictions Baseline() => new(Rows, TrainingMeans, Actual, TrainingMeans) { Unit = Unit };

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
        )
        {
            Unit = Unit,
        };
}
