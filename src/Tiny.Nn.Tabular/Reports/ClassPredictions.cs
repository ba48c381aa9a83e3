using System.Collections.Immutable;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>Probabilities of classes, the classes that were predicted by them, and the actual ones.</summary>
public sealed class ClassPredictions : Predictions
{
    private readonly ClassTarget target;
    private readonly ClassProbabilities probabilities;

    /// <param name="rows">The rows of the table.</param>
    /// <param name="target">The classes, and which of two is the positive one.</param>
    /// <param name="probabilities">For each row.</param>
    /// <param name="predicted">For each row the class that it was taken for.</param>
    /// <param name="actual">For each row its class.</param>
    /// <param name="threshold">What decided between two classes; null of more, or where nothing did.</param>
    private ClassPredictions(
        ImmutableArray<int> rows,
        ClassTarget target,
        ClassProbabilities probabilities,
        ImmutableArray<int> predicted,
        ImmutableArray<int> actual,
        double? threshold
    )
        : base(rows)
    {
        this.target = target;
        this.probabilities = probabilities;
        Predicted = predicted;
        Actual = actual;
        Threshold = threshold;
    }

    /// <summary>The classes' names; a code is a place among them.</summary>
    public IReadOnlyList<string> Classes => target.Classes;

    /// <summary>Of two classes the one whose probability the threshold is of, and ROC AUC, average precision and costs; null of more classes.</summary>
    public string? Positive => target.Positive;

    /// <summary>The predicted class of each row: of two classes the positive one where its probability is above the threshold; else the most probable.</summary>
    public ImmutableArray<int> Predicted { get; }

    /// <summary>The actual class of each row.</summary>
    public ImmutableArray<int> Actual { get; }

    /// <summary>The threshold of the positive class; null of more than two classes, or where rows had different ones.</summary>
    public double? Threshold { get; }

    /// <summary>The probability of a class, at a place among the rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class or place.</exception>
    public double Probability(int code, int place)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)code, (uint)Classes.Count, nameof(code));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)place, (uint)Actual.Length, nameof(place));
        return probabilities[code, place];
    }

    /// <summary>How many rows they are of, and of how many classes.</summary>
    public override string ToString() => $"predictions of {Rows.Length} rows, one of {Classes.Count} classes each";

    /// <summary>The same probabilities, predicted at another threshold.</summary>
    /// <param name="threshold">From 0 to 1; a row is of the <see cref="Positive"/> class where its probability is above it.</param>
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
        ClassTarget other = target with { Threshold = threshold };
        double[] pair = new double[2];
        int Choose(int place)
        {
            (pair[0], pair[1]) = (probabilities[0, place], probabilities[1, place]);
            return other.Choose(pair);
        }
        ImmutableArray<int> predicted = [.. Enumerable.Range(0, Actual.Length).Select(Choose)];
        return new ClassPredictions(Rows, other, probabilities, predicted, Actual, threshold);
    }

    /// <summary>What a model of a target answers.</summary>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="target">The classes, and what decides between two.</param>
    /// <param name="probabilities">classes × rows; they are kept, not copied.</param>
    /// <param name="actual">For each row its class.</param>
    internal static ClassPredictions Create(
        ImmutableArray<int> rows,
        ClassTarget target,
        Matrix<double> probabilities,
        ImmutableArray<int> actual
    )
    {
        int[] predicted = new int[actual.Length];
        for (int place = 0; place < predicted.Length; place++)
        {
            predicted[place] = target.Choose(probabilities.Column(place));
        }
        double? used = target.Classes.Count == 2 ? target.Threshold : null;
        return new ClassPredictions(
            rows,
            target,
            new PredictedProbabilities(probabilities),
            [.. predicted],
            actual,
            used
        );
    }

    /// <summary>The same of so many classes and rows that not all probabilities are kept.</summary>
    /// <param name="rows">The rows of the table.</param>
    /// <param name="target">The classes, more than two.</param>
    /// <param name="answers">What is kept of each row.</param>
    /// <param name="ask">The probabilities of all classes for the row at a place, once more.</param>
    internal static ClassPredictions Create(
        ImmutableArray<int> rows,
        ClassTarget target,
        IReadOnlyList<KeptAnswer> answers,
        Func<int, double[]> ask
    ) =>
        new(
            rows,
            target,
            new AskedProbabilities(answers, ask),
            [.. answers.Select(answer => answer.Predicted)],
            [.. answers.Select(answer => answer.Actual)],
            threshold: null
        );

    /// <summary>The same answers, with another of two classes for the positive one: whatever threshold they were made by is not one of its probability.</summary>
    internal ClassPredictions WithPositive(string? positive) =>
        positive == Positive
            ? this
            : new(Rows, target with { Positive = positive }, probabilities, Predicted, Actual, threshold: null);

    /// <summary>Always the most frequent class of the training rows, the first of equals, with the shares of the classes for probabilities.</summary>
    /// <param name="trainingCounts">How many training rows each class has; not all 0.</param>
    internal ClassPredictions Baseline(IReadOnlyList<int> trainingCounts)
    {
        double all = trainingCounts.Sum(count => (double)count);
        int majority = trainingCounts.Index().MaxBy(count => count.Item).Index;
        EqualProbabilities shares = new([.. trainingCounts.Select(count => count / all)]);
        ImmutableArray<int> always = [.. Enumerable.Repeat(majority, Rows.Length)];
        return new ClassPredictions(Rows, target, shares, always, Actual, threshold: null);
    }

    /// <summary>−ln p of the actual class, row by row.</summary>
    internal double[] NegativeLogLikelihoods() =>
        [.. Actual.Select((code, place) => LogLoss.OfSample(probabilities[code, place]))];

    /// <summary>½Σₖ(pₖ − [k = actual class])², row by row.</summary>
    internal IEnumerable<double> Briers() => Actual.Select((code, place) => probabilities.Brier(place, code));

    /// <summary>The probability of the predicted class, row by row.</summary>
    internal double[] Confidences() => [.. Predicted.Select((code, place) => probabilities[code, place])];

    /// <summary>Whether the class was recognised, row by row.</summary>
    internal bool[] Correct() => [.. Predicted.Zip(Actual, (predicted, actual) => predicted == actual)];

    /// <summary>The probability of the positive class, and whether it is the actual one, row by row.</summary>
    internal (double[] Scores, bool[] Positive) Scored()
    {
        int positive = target.PositiveCode;
        return (
            [.. Enumerable.Range(0, Actual.Length).Select(place => probabilities[positive, place])],
            [.. Actual.Select(code => code == positive)]
        );
    }

    private protected override Predictions JoinAll(
        IReadOnlyList<Predictions> parts,
        ImmutableArray<int> rows,
        int[] order
    )
    {
        ClassPredictions[] all = [.. parts.Cast<ClassPredictions>()];
        (ClassProbabilities, int)[] places =
        [
            .. all.SelectMany(part => Enumerable.Range(0, part.Actual.Length).Select(i => (part.probabilities, i))),
        ];
        return new ClassPredictions(
            rows,
            target,
            new JoinedProbabilities([.. order.Select(place => places[place])]),
            InOrder<ClassPredictions, int>(parts, order, part => part.Predicted),
            InOrder<ClassPredictions, int>(parts, order, part => part.Actual),
            all.All(part => part.Threshold == Threshold) ? Threshold : null
        );
    }

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
