using System.Collections.Concurrent;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>The probability of every class for each of some rows, in the form that takes the least memory: there may be ten thousand classes.</summary>
internal abstract class ClassProbabilities
{
    /// <summary>pₖᵢ: of class k for the row at place i.</summary>
    internal abstract double this[int code, int place] { get; }

    /// <summary>½Σₖ(pₖᵢ − [k = actual class])²: what the row at place i adds to the Brier score.</summary>
    internal abstract double Brier(int place, int actual);
}

/// <summary>As a model gave them.</summary>
/// <param name="probabilities">classes × rows; not copied.</param>
internal sealed class PredictedProbabilities(Matrix<double> probabilities) : ClassProbabilities
{
    internal override double this[int code, int place] => probabilities[code, place];

    internal override double Brier(int place, int actual) => BrierScore.OfSample(probabilities.Column(place), actual);
}

/// <summary>
/// Of so many classes and rows that all probabilities would be gigabytes: those of the predicted and the actual class, which reports are made of. A model is
/// asked again for another one.
/// </summary>
/// <param name="answers">What is kept of each row.</param>
/// <param name="ask">The probabilities of all classes for the row at a place, as they were.</param>
internal sealed class AskedProbabilities(IReadOnlyList<KeptAnswer> answers, Func<int, double[]> ask)
    : ClassProbabilities
{
    private readonly Lock gate = new();
    private (int Place, double[] Probabilities) last = (-1, []);

    internal override double this[int code, int place] =>
        answers[place] is var kept && code == kept.Actual ? kept.OfActual
        : code == kept.Predicted ? kept.OfPredicted
        : Again(place)[code];

    internal override double Brier(int place, int actual) =>
        actual == answers[place].Actual ? answers[place].Brier : BrierScore.OfSample(Again(place), actual);

    private double[] Again(int place)
    {
        lock (gate)
        {
            last = last.Place == place ? last : (place, ask(place));
            return last.Probabilities;
        }
    }
}

/// <summary>What reports need of the probabilities of one row.</summary>
/// <param name="Predicted">The predicted class.</param>
/// <param name="Actual">The actual class.</param>
/// <param name="OfPredicted">The probability of the predicted class.</param>
/// <param name="OfActual">The probability of the actual class.</param>
/// <param name="Brier">What the row adds to the Brier score.</param>
internal readonly record struct KeptAnswer(
    int Predicted,
    int Actual,
    double OfPredicted,
    double OfActual,
    double Brier
);

/// <summary>The same for every row.</summary>
/// <param name="shares">One for each class.</param>
internal sealed class EqualProbabilities(double[] shares) : ClassProbabilities
{
    /// <summary>What a row of each class adds to the Brier score: found when there is such a row, and kept.</summary>
    private readonly ConcurrentDictionary<int, double> briers = [];

    internal override double this[int code, int place] => shares[code];

    internal override double Brier(int place, int actual) =>
        briers.GetOrAdd(actual, code => BrierScore.OfSample(shares, code));
}

/// <summary>Rows of several parts, such as folds, in an order of their own: a view.</summary>
/// <param name="rows">For each row its part, and its place there.</param>
internal sealed class JoinedProbabilities((ClassProbabilities Part, int Place)[] rows) : ClassProbabilities
{
    internal override double this[int code, int place] => rows[place].Part[code, rows[place].Place];

    internal override double Brier(int place, int actual) => rows[place].Part.Brier(rows[place].Place, actual);
}
