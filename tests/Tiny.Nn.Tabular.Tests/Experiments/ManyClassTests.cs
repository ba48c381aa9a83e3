using System.Collections.Immutable;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Tabular.Tests.Experiments;

/// <summary>Answers of which not all probabilities are kept say what full ones say.</summary>
public sealed class ManyClassTests
{
    private const int Classes = 7;
    private const int Rows = 40;

    private static readonly ClassTarget Target = new("y", [.. Enumerable.Range(0, Classes).Select(code => $"c{code}")]);

    private static readonly ImmutableArray<int> Places = [.. Enumerable.Range(0, Rows)];
    private static readonly ImmutableArray<int> Actual = [.. Places.Select(row => row * row % Classes)];
    private static readonly Matrix<double> Probabilities = Draw();

    private static readonly ClassPredictions Full = ClassPredictions.Create(Places, Target, Probabilities, Actual);

    private static ClassPredictions Kept(List<int> asked) =>
        ClassPredictions.Create(
            Places,
            Target,
            [
                .. Places.Select(row =>
                {
                    int predicted = Full.Predicted[row];
                    ReadOnlySpan<double> p = Probabilities.Column(row);
                    return new KeptAnswer(
                        predicted,
                        Actual[row],
                        p[predicted],
                        p[Actual[row]],
                        BrierScore.OfSample(p, Actual[row])
                    );
                }),
            ],
            row =>
            {
                asked.Add(row);
                return Probabilities.Column(row).ToArray();
            }
        );

    [Test]
    public void A_report_is_the_same_and_asks_for_nothing_again()
    {
        List<int> asked = [];
        ClassPredictions kept = Kept(asked);
        Assert.That($"{kept.Report()}", Is.EqualTo($"{Full.Report()}"));
        Assert.That($"{Comparison.Between(kept, Full)[1]}", Does.Contain("difference 0 to 0"));
        Assert.That(asked, Is.Empty);
    }

    [Test]
    public void So_are_probabilities_asked_for_once_more()
    {
        List<int> asked = [];
        ClassPredictions kept = Kept(asked);
        foreach (int row in Places)
        {
            foreach (int code in Enumerable.Range(0, Classes))
            {
                Assert.That(kept.Probability(code, row), Is.EqualTo(Full.Probability(code, row)));
            }
        }
        Assert.That(asked, Is.Unique);
        Assert.That(() => kept.Probability(Classes, 0), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => kept.Probability(0, Rows), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Joined_parts_say_what_each_says()
    {
        ClassPredictions Part(int first, int count)
        {
            ImmutableArray<int> rows = Places.Slice(first, count);
            return ClassPredictions.Create(rows, Target, Probabilities.Slice(first, count), Actual.Slice(first, count));
        }
        ClassPredictions joined = (ClassPredictions)Predictions.Join([Part(20, 20), Part(0, 20)]);
        Assert.That(joined.Rows, Is.EqualTo(Places));
        Assert.That($"{joined.Report()}", Is.EqualTo($"{Full.Report()}"));
    }

    /// <summary>The same counts as a dense matrix has, for as many classes as would not fit into one.</summary>
    [Test]
    public void A_confusion_matrix_takes_memory_for_its_samples_only()
    {
        int[] actual = [0, 999_999, 5, 5, 5, 7];
        int[] predicted = [0, 0, 6, 6, 5, 7];
        ConfusionMatrix matrix = new(predicted, actual, 1_000_000);
        Assert.That((matrix[5, 6], matrix[999_999, 0], matrix[6, 5], matrix[5, 5]), Is.EqualTo((2, 1, 0, 1)));
        Assert.That((matrix.Support(5), matrix.PredictedCount(6), matrix.Correct.Successes), Is.EqualTo((3, 2, 3)));
        Assert.That(matrix.Mistakes, Is.EqualTo([(5, 6, 2), (999_999, 0, 1)]));
        Assert.That(matrix.BalancedAccuracy, Is.EqualTo((1 + 0 + 1.0 / 3 + 1) / 4).Within(1e-15));
        Assert.That(() => matrix[1_000_000, 0], Throws.TypeOf<IndexOutOfRangeException>());
        Assert.That(() => matrix[0, -1], Throws.TypeOf<IndexOutOfRangeException>());
    }

    private static Matrix<double> Draw()
    {
        Generator generator = new(1);
        Matrix<double> probabilities = new(Classes, Rows);
        for (int row = 0; row < Rows; row++)
        {
            Span<double> p = probabilities.Column(row);
            foreach (ref double one in p)
            {
                one = 0.01 + Math.Abs(generator.NextNormal());
            }
            double sum = p.ToArray().Sum();
            foreach (ref double one in p)
            {
                one /= sum;
            }
        }
        return probabilities;
    }
}
