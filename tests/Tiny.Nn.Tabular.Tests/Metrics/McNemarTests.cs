using System.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

public sealed class McNemarTests
{
    [Test]
    public void Samples_that_one_gets_right_and_the_other_wrong_are_counted()
    {
        bool[] first = [true, true, false, false, true, true];
        bool[] second = [true, false, true, false, false, false];
        McNemar test = McNemar.Compare(first, second);
        Assert.That(test, Is.EqualTo(new McNemar(3, 1, 6)));
        Assert.That(test.Difference, Is.EqualTo(2.0 / 6).Within(1e-15));
    }

    /// <summary>Fagerland, Lydersen and Laake 2013, section "Examples": airway hyper-responsiveness before and after transplantation.</summary>
    [Test]
    public void The_published_example_comes_out()
    {
        McNemar test = new(OnlyFirst: 1, OnlySecond: 7, Count: 21);
        Assert.That(test.ExactPValue, Is.EqualTo(0.0703).Within(5e-5));
        Assert.That(test.MidPValue, Is.EqualTo(0.0391).Within(5e-5));
    }

    [Test]
    public void P_values_are_sums_of_binomial_coefficients()
    {
        for (int n = 0; n <= 40; n++)
        {
            for (int b = 0; b <= n; b++)
            {
                McNemar test = new(b, n - b, 50);
                int least = Math.Min(b, n - b);
                double tail = Enumerable.Range(0, least + 1).Sum(k => Choose(n, k)) / Math.Pow(2, n);
                double mid = 2 * tail - Choose(n, least) / Math.Pow(2, n);
                Assert.That(test.ExactPValue, Is.EqualTo(Math.Min(1, 2 * tail)).Within(1e-12), $"{b} of {n}");
                Assert.That(test.MidPValue, Is.EqualTo(2 * b == n ? 1 : mid).Within(1e-12), $"{b} of {n}");
            }
        }
    }

    [Test]
    public void Large_counts_come_near_the_normal_distribution()
    {
        // (b − c)/√(b + c) = 400/√40 000 = 2: p = 0.0455.
        McNemar test = new(20_200, 19_800, 1_000_000);
        Assert.That(test.MidPValue, Is.EqualTo(0.0455).Within(1e-4));
        Assert.That(test.DifferenceInterval().Lower, Is.EqualTo(0.0004 - 1.96 * 0.0002).Within(3e-6));
    }

    [Test]
    public void The_interval_is_bonetts_and_prices()
    {
        // p₁ = 8/23, p₂ = 2/23: d = 6/23.
        Interval interval = new McNemar(7, 1, 21).DifferenceInterval();
        double d = 6.0 / 23;
        double half = 1.959964 * Math.Sqrt((10.0 / 23 - d * d) / 23);
        Assert.That(interval.Lower, Is.EqualTo(d - half).Within(1e-6));
        Assert.That(interval.Upper, Is.EqualTo(d + half).Within(1e-6));
    }

    [Test]
    public void Without_a_difference_there_is_no_evidence()
    {
        McNemar same = McNemar.Compare([true, false], [true, false]);
        Assert.That(same.ExactPValue, Is.EqualTo(1));
        Assert.That(same.MidPValue, Is.EqualTo(1));
        Assert.That(same.DifferenceInterval().Contains(0), Is.True);
        Assert.That(() => McNemar.Compare([], []), Throws.ArgumentException);
        Assert.That(() => McNemar.Compare([true], [true, false]), Throws.ArgumentException);
    }

    private static double Choose(int n, int k)
    {
        BigInteger product = 1;
        for (int i = 1; i <= k; i++)
        {
            product = product * (n - k + i) / i;
        }
        return (double)product;
    }
}
