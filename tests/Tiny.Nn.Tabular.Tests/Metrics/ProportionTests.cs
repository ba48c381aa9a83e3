using MathNet.Numerics.Distributions;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

public sealed class ProportionTests
{
    // Newcombe, "Two-sided confidence intervals for the single proportion", 1998, table I: Wilson's score method.
    [TestCase(81, 263, 0.2553, 0.3662)]
    [TestCase(15, 148, 0.0624, 0.1605)]
    [TestCase(0, 20, 0.0000, 0.1611)]
    [TestCase(1, 29, 0.0061, 0.1718)]
    public void Published_examples_of_the_interval_come_out(int successes, int count, double lower, double upper)
    {
        Interval interval = new Proportion(successes, count).Wilson();
        Assert.That(interval.Lower, Is.EqualTo(lower).Within(5e-5));
        Assert.That(interval.Upper, Is.EqualTo(upper).Within(5e-5));
        Assert.That(interval.Confidence, Is.EqualTo(0.95));
    }

    [Test]
    public void The_ends_are_where_the_score_test_just_rejects([Values(0.5, 0.9, 0.95, 0.99)] double confidence)
    {
        double z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        foreach ((int k, int n) in new[] { (1, 10), (5, 10), (9, 10), (30, 1000), (500, 1000) })
        {
            Interval interval = new Proportion(k, n).Wilson(confidence);
            foreach (double end in new[] { interval.Lower, interval.Upper })
            {
                double score = ((double)k / n - end) / Math.Sqrt(end * (1 - end) / n);
                Assert.That(Math.Abs(score), Is.EqualTo(z).Within(1e-9));
            }
        }
    }

    [Test]
    public void Nothing_and_everything_end_exactly_at_the_ends_of_the_scale([Values(1, 3, 7, 1000)] int count)
    {
        Interval none = new Proportion(0, count).Wilson();
        Interval all = new Proportion(count, count).Wilson();
        Assert.That(none.Lower, Is.Zero);
        Assert.That(all.Upper, Is.EqualTo(1));
        Assert.That(all.Lower, Is.EqualTo(1 - none.Upper).Within(1e-12));
        Assert.That(none.Contains(0) && all.Contains(1), Is.True);
    }

    [Test]
    public void Of_no_samples_nothing_is_known()
    {
        Assert.That(new Proportion(0, 0).Value, Is.NaN);
        Assert.That(new Proportion(0, 0).Wilson(), Is.EqualTo(new Interval(0, 1, 0.95)));
    }

    [Test]
    public void What_makes_no_sense_is_refused()
    {
        Assert.That(() => new Proportion(2, 1).Wilson(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Proportion(-1, 1).Wilson(), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Proportion(1, 1).Wilson(1), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new Proportion(1, 1).Wilson(double.NaN), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void An_interval_says_what_it_is() =>
        Assert.That(new Interval(0.25, 0.5, 0.95).ToString(), Is.EqualTo("0.25 to 0.5 (95%)"));
}
