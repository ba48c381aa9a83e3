using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

internal sealed class MeanAndDeviationTests
{
    [Test]
    public void A_sample_is_divided_by_one_less_than_a_population()
    {
        // Around 5 the squares of 2 4 4 4 5 5 7 9 are 9 1 1 1 0 0 4 16, together 32.
        double[] x = [2, 4, 4, 4, 5, 5, 7, 9];

        Assert.That(MeanAndDeviation.OfPopulation(x), Is.EqualTo(new MeanAndDeviation(5, 2)));
        Assert.That(MeanAndDeviation.OfSample(x), Is.EqualTo(new MeanAndDeviation(5, Math.Sqrt(32.0 / 7))));
        Assert.That(MeanAndDeviation.MeanOf(x), Is.EqualTo(5));
    }

    [Test]
    public void A_population_of_equal_numbers_does_not_deviate() =>
        Assert.That(MeanAndDeviation.OfPopulation([0.1, 0.1, 0.1]), Is.EqualTo(new MeanAndDeviation(0.1, 0)));

    [Test]
    public void A_mean_far_from_0_is_exact()
    {
        double[] x = [.. Enumerable.Range(0, 1000).Select(i => 1e15 + i % 2)];

        Assert.That(MeanAndDeviation.OfPopulation(x), Is.EqualTo(new MeanAndDeviation(1e15 + 0.5, 0.5)));
    }

    [Test]
    public void Of_too_few_numbers_nothing_is_known()
    {
        Assert.That(MeanAndDeviation.OfSample([]), Is.EqualTo(new MeanAndDeviation(double.NaN, double.NaN)));
        Assert.That(MeanAndDeviation.OfSample([3]), Is.EqualTo(new MeanAndDeviation(3, double.NaN)));
    }
}
