using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class RegressionMetricsTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void Errors_are_measured()
    {
        // Errors 0, 0, 1, −3; mean of the actual numbers 4, their spread 9 + 1 + 1 + 9.
        RegressionMetrics metrics = Measure([1, 3, 6, 4], [1, 3, 5, 7]);
        Assert.That(metrics.RootMeanSquaredError, Is.EqualTo(Math.Sqrt(2.5)).Within(1e-15));
        Assert.That(metrics.MeanAbsoluteError, Is.EqualTo(1));
        Assert.That(metrics.RSquared, Is.EqualTo(0.5).Within(1e-15));
        Assert.That(metrics.MedianAbsoluteError, Is.EqualTo(0.5));
        Assert.That(metrics.MaximumError, Is.EqualTo(3));
        Assert.That(Measure([1, 3, 6], [1, 5, 5]).MedianAbsoluteError, Is.EqualTo(1));
    }

    [Test]
    public void The_mean_explains_nothing() => Assert.That(Measure([4, 4, 4, 4], [1, 3, 5, 7]).RSquared, Is.Zero);

    [Test]
    public void Worse_than_the_mean_is_negative() =>
        Assert.That(Measure([7, 5, 3, 1], [1, 3, 5, 7]).RSquared, Is.EqualTo(-3).Within(1e-15));

    [Test]
    public void Perfect_is_1() =>
        Assert.That(Measure([1, 2], [1, 2]), Is.EqualTo(new RegressionMetrics(0, 0, 1, 0, 0)));

    [TestCase(0.1)]
    [TestCase(0.2)]
    public void Of_a_constant_target_nothing_can_be_explained(double predicted)
    {
        double[] constant = [.. Enumerable.Repeat(0.1, 10)];
        double[] same = [.. Enumerable.Repeat(predicted, 10)];
        Assert.That(Measure(same, constant).RSquared, Is.NaN);
        Assert.That(Measure([predicted], [0.1]).RSquared, Is.NaN);
        Assert.That(Measure([predicted], [0.1]).MedianAbsoluteError, Is.EqualTo(predicted - 0.1).Within(1e-7));
    }

    [Test]
    public void What_is_no_number_makes_no_number()
    {
        RegressionMetrics metrics = Measure([double.NaN, 1], [1, 2]);
        double[] all =
        [
            metrics.RootMeanSquaredError,
            metrics.MeanAbsoluteError,
            metrics.RSquared,
            metrics.MaximumError,
        ];
        Assert.That(all, Is.All.NaN);
    }

    [Test]
    public void The_median_is_that_of_mathnet([Range(1, 30)] int count)
    {
        Generator generator = new((ulong)count);
        double[] errors = [.. Enumerable.Range(0, count).Select(_ => (double)generator.NextBelow(20))];
        double[] zeros = new double[count];
        double expected = MathNet.Numerics.Statistics.Statistics.Median(errors);
        Assert.That(Measure(errors, zeros).MedianAbsoluteError, Is.EqualTo(expected));
    }

    [Test]
    public void What_cannot_be_judged_is_refused()
    {
        Assert.That(() => Measure([], []), Throws.ArgumentException);
        Assert.That(() => Measure([1], [1, 2]), Throws.ArgumentException);
    }

    private static RegressionMetrics Measure(double[] predicted, double[] actual) =>
        RegressionMetrics.Measure<T>(Numbers(predicted), Numbers(actual));

    private static T[] Numbers(double[] numbers) => [.. numbers.Select(number => T.CreateTruncating(number))];
}
