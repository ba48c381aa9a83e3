using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

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
    public void Balanced_accuracy_is_the_mean_recall_of_classes_that_occur()
    {
        ConfusionMatrix matrix = new([0, 0, 0, 1, 1, 0], [0, 0, 0, 0, 1, 1], 3);
        Assert.That(matrix.BalancedAccuracy, Is.EqualTo((0.75 + 0.5) / 2));
        Assert.That(matrix.Correct, Is.EqualTo(new Proportion(4, 6)));
        Assert.That(
            new[] { matrix.PredictedCount(0), matrix.PredictedCount(1), matrix.PredictedCount(2) },
            Is.EqualTo([4, 2, 0])
        );
    }

    [Test]
    public void Kappa_of_a_textbook_example()
    {
        // 20 and 15 agreements, 5 and 10 disagreements: p = 0.7, e = 0.5.
        int[] predicted = [.. Times(0, 25), .. Times(1, 25)];
        int[] actual = [.. Times(0, 20), .. Times(1, 5), .. Times(0, 10), .. Times(1, 15)];
        ConfusionMatrix matrix = new(predicted, actual, 2);
        Assert.That(matrix.Kappa, Is.EqualTo(0.4).Within(1e-15));
        double expected = (20.0 * 15 - 5 * 10) / Math.Sqrt(25.0 * 25 * 30 * 20);
        Assert.That(matrix.Matthews, Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void Always_the_same_answer_is_worth_nothing()
    {
        ConfusionMatrix constant = new([0, 0, 0, 0], [0, 1, 0, 0], 2);
        Assert.That((constant.Kappa, constant.Matthews, constant.BalancedAccuracy), Is.EqualTo((0.0, 0.0, 0.5)));
        ConfusionMatrix one = new([0, 0], [0, 0], 2);
        Assert.That((one.Kappa, one.Matthews, one.BalancedAccuracy), Is.EqualTo((0.0, 0.0, 1.0)));
    }

    [Test]
    public void Matthews_is_the_correlation_of_one_hot_columns()
    {
        Gen<(int, int)[]> pairs = Gen.Choose(0, 3).Two().Select(pair => (pair.Item1, pair.Item2)).ArrayOf();
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                pairs.Where(list => list.Length > 0).ToArbitrary(),
                list =>
                {
                    int[] predicted = [.. list.Select(pair => pair.Item1)];
                    int[] actual = [.. list.Select(pair => pair.Item2)];
                    double scale = Covariance(predicted, predicted) * Covariance(actual, actual);
                    double expected = scale < 1e-12 ? 0 : Covariance(predicted, actual) / Math.Sqrt(scale);
                    return Math.Abs(new ConfusionMatrix(predicted, actual, 4).Matthews - expected) < 1e-9;
                }
            )
        );
    }

    private static double Covariance(int[] left, int[] right) =>
        Enumerable
            .Range(0, 4)
            .Sum(code =>
            {
                double[] x = [.. left.Select(c => c == code ? 1.0 : 0)];
                double[] y = [.. right.Select(c => c == code ? 1.0 : 0)];
                return x.Zip(y).Average(pair => (pair.First - x.Average()) * (pair.Second - y.Average()));
            });

    private static IEnumerable<int> Times(int code, int count) => Enumerable.Repeat(code, count);

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
