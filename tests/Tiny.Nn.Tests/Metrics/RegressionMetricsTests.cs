using System.Numerics;
using Tiny.Nn.Metrics;

namespace Tiny.Nn.Tests.Metrics;

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
    }

    [Test]
    public void The_mean_explains_nothing() => Assert.That(Measure([4, 4, 4, 4], [1, 3, 5, 7]).RSquared, Is.Zero);

    [Test]
    public void Worse_than_the_mean_is_negative() =>
        Assert.That(Measure([7, 5, 3, 1], [1, 3, 5, 7]).RSquared, Is.EqualTo(-3).Within(1e-15));

    [Test]
    public void Perfect_is_1() => Assert.That(Measure([1, 2], [1, 2]), Is.EqualTo(new RegressionMetrics(0, 0, 1)));

    [TestCase(0.1, 1)]
    [TestCase(0.2, 0)]
    [TestCase(double.NaN, double.NaN)]
    public void Of_a_constant_target_there_is_all_or_nothing(double predicted, double expected)
    {
        double[] constant = [.. Enumerable.Repeat(0.1, 10)];
        double[] same = [.. Enumerable.Repeat(predicted, 10)];
        Assert.That(Measure(same, constant).RSquared, Is.EqualTo(expected));
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
