using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Metrics;

namespace Tiny.Nn.Tests.Metrics;

public sealed class ConfusionMatrixTests
{
    private static readonly ConfusionMatrix Example = new(
        [0, 0, 1, 1, 1, 0, 2, 1, 1, 0],
        [0, 0, 0, 1, 1, 1, 1, 1, 2, 2],
        4
    );

    [Test]
    public void Rows_are_actual_and_columns_are_predicted_classes()
    {
        int[,] expected =
        {
            { 2, 1, 0, 0 },
            { 1, 3, 1, 0 },
            { 1, 1, 0, 0 },
            { 0, 0, 0, 0 },
        };
        for (int actual = 0; actual < 4; actual++)
        {
            for (int predicted = 0; predicted < 4; predicted++)
            {
                Assert.That(Example[actual, predicted], Is.EqualTo(expected[actual, predicted]));
            }
        }
        Assert.That((Example.Classes, Example.Count), Is.EqualTo((4, 10)));
    }

    [Test]
    public void Half_are_right_and_half_are_of_the_majority()
    {
        Assert.That(Example.Accuracy, Is.EqualTo(0.5));
        Assert.That(Example.MajorityAccuracy, Is.EqualTo(0.5));
    }

    [TestCase(0, 0.5, 2 / 3.0, 4 / 7.0, 3)]
    [TestCase(1, 0.6, 0.6, 0.6, 5)]
    [TestCase(2, 0, 0, 0, 2)]
    [TestCase(3, 0, 0, 0, 0)]
    public void Each_class_has_its_scores(int code, double precision, double recall, double f1, int support) =>
        Assert.Multiple(() =>
        {
            Assert.That(Example.Precision(code), Is.EqualTo(precision));
            Assert.That(Example.Recall(code), Is.EqualTo(recall));
            Assert.That(Example.F1(code), Is.EqualTo(f1));
            Assert.That(Example.Scores(code), Is.EqualTo(new ClassScores(precision, recall, f1)));
            Assert.That(Example.Support(code), Is.EqualTo(support));
        });

    [Test]
    public void Averages_weigh_classes_alike_or_by_their_samples() =>
        Assert.Multiple(() =>
        {
            Assert.That(Example.MacroAverage.Precision, Is.EqualTo(1.1 / 4).Within(1e-15));
            Assert.That(Example.MacroAverage.Recall, Is.EqualTo((2 / 3.0 + 0.6) / 4).Within(1e-15));
            Assert.That(Example.MacroAverage.F1, Is.EqualTo((4 / 7.0 + 0.6) / 4).Within(1e-15));
            Assert.That(Example.WeightedAverage.Precision, Is.EqualTo(0.3 * 0.5 + 0.5 * 0.6).Within(1e-15));
            Assert.That(Example.WeightedAverage.Recall, Is.EqualTo(0.5).Within(1e-15));
            Assert.That(Example.WeightedAverage.F1, Is.EqualTo(0.3 * 4 / 7 + 0.5 * 0.6).Within(1e-15));
        });

    [Test]
    public void A_perfect_classifier_scores_1()
    {
        ConfusionMatrix perfect = new([2, 0, 1, 1], [2, 0, 1, 1], 3);
        Assert.That(perfect.Accuracy, Is.EqualTo(1));
        Assert.That(perfect.MacroAverage.F1, Is.EqualTo(1).Within(1e-15));
        Assert.That(perfect.WeightedAverage, Is.EqualTo(new ClassScores(1, 1, 1)));
    }

    [Test]
    public void F1_is_the_harmonic_mean_and_weighted_recall_is_the_accuracy()
    {
        Gen<(int, int)[]> pairs = Gen.Choose(0, 4).Two().Select(pair => (pair.Item1, pair.Item2)).ArrayOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                pairs.Where(list => list.Length > 0).ToArbitrary(),
                list =>
                {
                    int[] predicted = [.. list.Select(pair => pair.Item1)];
                    int[] actual = [.. list.Select(pair => pair.Item2)];
                    ConfusionMatrix matrix = new(predicted, actual, 5);
                    return Math.Abs(matrix.WeightedAverage.Recall - matrix.Accuracy) < 1e-12
                        && Enumerable
                            .Range(0, 5)
                            .Select(matrix.Scores)
                            .All(s => Math.Abs(s.F1 * (s.Precision + s.Recall) - 2 * s.Precision * s.Recall) < 1e-12);
                }
            )
        );
    }

    [Test]
    public void What_cannot_be_counted_is_refused() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => new ConfusionMatrix([], [], 2), Throws.ArgumentException);
            Assert.That(() => new ConfusionMatrix([0], [0, 1], 2), Throws.ArgumentException);
            Assert.That(() => new ConfusionMatrix([2], [0], 2), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new ConfusionMatrix([0], [-1], 2), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => new ConfusionMatrix([0], [0], 0), Throws.TypeOf<ArgumentOutOfRangeException>());
            Assert.That(() => Example.Support(4), Throws.TypeOf<IndexOutOfRangeException>());
        });
}
