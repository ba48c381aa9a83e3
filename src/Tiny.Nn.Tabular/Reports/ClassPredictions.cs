using System.Collections.Immutable;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Probabilities of classes, the classes that were predicted by them, and the actual ones.</summary>
public sealed class ClassPredictions : Predictions
{
    private readonly Matrix<double> probabilities;

    internal ClassPredictions(
        ImmutableArray<int> rows,
        IReadOnlyList<string> classes,
        Matrix<double> probabilities,
        ImmutableArray<int> predicted,
        ImmutableArray<int> actual,
        double? threshold
    )
        : base(rows)
    {
        Classes = classes;
        this.probabilities = probabilities;
        Predicted = predicted;
        Actual = actual;
        Threshold = threshold;
    }

    /// <summary>The classes' names; a code is a place among them.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>The predicted class of each row: of two classes the second where its probability is above the threshold; else the most probable.</summary>
    public ImmutableArray<int> Predicted { get; }

    /// <summary>The actual class of each row.</summary>
    public ImmutableArray<int> Actual { get; }

    /// <summary>The threshold of the second of two classes; null of more classes, or where rows had different ones.</summary>
    public double? Threshold { get; }

    /// <summary>The probability of a class, at a place among the rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class or place.</exception>
    public double Probability(int code, int place) => probabilities[code, place];

    /// <summary>How many rows they are of, and of how many classes.</summary>
    public override string ToString() => $"predictions of {Rows.Length} rows, one of {Classes.Count} classes each";

    /// <summary>The same probabilities, predicted at another threshold.</summary>
    /// <param name="threshold">From 0 to 1; a row is of the second class where its probability is above it.</param>
    /// <exception cref="InvalidOperationException">There are not two classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The threshold lies outside 0 to 1.</exception>
    public ClassPredictions At(double threshold)
    {
        if (Classes.Count != 2)
        {
            throw new InvalidOperationException("A threshold needs two classes.");
        }
        ArgumentOutOfRangeException.ThrowIfLessThan(threshold, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(threshold, 1);
        return Create(Rows, Classes, probabilities, Actual, threshold);
    }

    /// <summary>Predictions at a threshold; ½ is the more probable class, and the first of two equal ones.</summary>
    internal static ClassPredictions Create(
        ImmutableArray<int> rows,
        IReadOnlyList<string> classes,
        Matrix<double> probabilities,
        ImmutableArray<int> actual,
        double threshold
    )
    {
        int[] predicted = new int[actual.Length];
        OneHot.Decode(probabilities, predicted);
        for (int place = 0; classes.Count == 2 && threshold != 0.5 && place < predicted.Length; place++)
        {
            predicted[place] = probabilities[1, place] > threshold ? 1 : 0;
        }
        double? used = classes.Count == 2 ? threshold : null;
        return new ClassPredictions(rows, classes, probabilities, [.. predicted], actual, used);
    }

    /// <summary>Always the most frequent class of the training rows, the first of equals, with the shares of the classes for probabilities.</summary>
    /// <param name="trainingCounts">How many training rows each class has; not all 0.</param>
    internal ClassPredictions Baseline(IReadOnlyList<int> trainingCounts)
    {
        double all = trainingCounts.Sum(count => (double)count);
        int majority = trainingCounts.Index().MaxBy(count => count.Item).Index;
        Matrix<double> shares = new(trainingCounts.Count, Rows.Length);
        for (int place = 0; place < Rows.Length; place++)
        {
            for (int code = 0; code < trainingCounts.Count; code++)
            {
                shares[code, place] = trainingCounts[code] / all;
            }
        }
        ImmutableArray<int> always = [.. Enumerable.Repeat(majority, Rows.Length)];
        return new ClassPredictions(Rows, Classes, shares, always, Actual, threshold: null);
    }

    /// <summary>−ln p of the actual class, row by row.</summary>
    internal double[] NegativeLogLikelihoods() => LogLoss.Each(probabilities, Actual.AsSpan());

    /// <summary>Whether the class was recognised, row by row.</summary>
    internal bool[] Correct() => [.. Predicted.Zip(Actual, (predicted, actual) => predicted == actual)];

    /// <summary>The probability of the second of two classes, and whether it is the actual one, row by row.</summary>
    internal (double[] Scores, bool[] Positive) Scored() =>
        (
            [.. Enumerable.Range(0, Actual.Length).Select(place => probabilities[1, place])],
            [.. Actual.Select(c => c == 1)]
        );

    private protected override Predictions JoinAll(
        IReadOnlyList<Predictions> parts,
        ImmutableArray<int> rows,
        int[] order
    )
    {
        ClassPredictions[] all = [.. parts.Cast<ClassPredictions>()];
        Matrix<double> joined = new(
            Classes.Count,
            rows.Length,
            [.. all.SelectMany(p => p.probabilities.Values.ToArray())]
        );
        return new ClassPredictions(
            rows,
            Classes,
            Samples.Select(joined, order),
            InOrder<ClassPredictions, int>(parts, order, part => part.Predicted),
            InOrder<ClassPredictions, int>(parts, order, part => part.Actual),
            all.All(part => part.Threshold == Threshold) ? Threshold : null
        );
    }

    /// <summary>The probabilities: classes × rows.</summary>
    internal Matrix<double> Probabilities => probabilities;

    /// <summary>The mean of some of the values, of which some may come more than once.</summary>
    internal static double Mean(double[] values, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += values[row];
        }
        return sum / rows.Length;
    }
}
