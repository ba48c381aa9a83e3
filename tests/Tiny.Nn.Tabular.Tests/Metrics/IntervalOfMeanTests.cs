using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

public sealed class IntervalOfMeanTests
{
    [Test]
    public void Students_interval_is_that_of_the_tables()
    {
        // Mean 5, deviation 2, n = 4, and t(0.975; 3) = 3.182446 by any table.
        double[] values = [5 - Math.Sqrt(6), 5, 5, 5 + Math.Sqrt(6)];
        Interval interval = StudentInterval.Mean(values);
        Assert.That(interval.Lower, Is.EqualTo(5 - 3.182446).Within(1e-6));
        Assert.That(interval.Upper, Is.EqualTo(5 + 3.182446).Within(1e-6));
        Interval ninety = StudentInterval.Mean(values, 0.9);
        Assert.That(ninety.Upper, Is.EqualTo(5 + 2.353363).Within(1e-6));
    }

    [Test]
    public void Folds_widen_the_interval_as_they_share_training_rows()
    {
        double[] values = [0.90, 0.95, 0.93, 0.97, 0.95, 0.91, 0.94, 0.96, 0.92, 0.97];
        Interval plain = StudentInterval.Mean(values);
        Interval folds = StudentInterval.MeanOfFolds(values, 1.0 / 9);
        double factor = Math.Sqrt((0.1 + 1.0 / 9) / 0.1);
        Assert.That((folds.Upper - folds.Lower) / (plain.Upper - plain.Lower), Is.EqualTo(factor).Within(1e-12));
        Assert.That(folds.Upper + folds.Lower, Is.EqualTo(2 * values.Average()).Within(1e-12));
    }

    [Test]
    public void Of_one_value_nothing_is_known()
    {
        Assert.That(StudentInterval.Mean([1]).IsKnown, Is.False);
        Assert.That(StudentInterval.MeanOfFolds([1], 0.1).Contains(double.MaxValue), Is.True);
        Assert.That(Bootstrap.Percentile(1, _ => 3, new Generator(1)).IsKnown, Is.False);
        Assert.That(Bootstrap.Percentile(0, _ => 3, new Generator(1)).IsKnown, Is.False);
    }

    [Test]
    public void The_bootstrap_of_a_mean_agrees_with_student_on_many_samples()
    {
        Generator generator = new(3);
        double[] values = [.. Enumerable.Range(0, 1000).Select(_ => 7 + 2 * generator.NextNormal())];
        Interval student = StudentInterval.Mean(values);
        Interval bootstrap = Bootstrap.Percentile(values.Length, rows => Mean(values, rows), new Generator(1));
        Assert.That(bootstrap.Lower, Is.EqualTo(student.Lower).Within(0.015));
        Assert.That(bootstrap.Upper, Is.EqualTo(student.Upper).Within(0.015));
    }

    [Test]
    public void The_bootstrap_covers_the_truth_about_as_often_as_it_says()
    {
        int covered = 0;
        for (ulong trial = 1; trial <= 200; trial++)
        {
            Generator generator = new(trial);
            double[] values = [.. Enumerable.Range(0, 60).Select(_ => generator.NextNormal())];
            Interval interval = Bootstrap.Percentile(60, rows => Mean(values, rows), generator, 0.9);
            covered += interval.Contains(0) ? 1 : 0;
        }
        // Of 200 about 180, with a deviation of 4.2.
        Assert.That(covered, Is.InRange(163, 194));
    }

    [Test]
    public void The_same_generator_gives_the_same_interval_and_several_statistics_share_their_draws()
    {
        double[] values = [1, 4, 2, 8, 5, 7];
        Interval Alone(ulong seed) => Bootstrap.Percentile(6, rows => Mean(values, rows), new Generator(seed));
        IReadOnlyList<Interval> both = Bootstrap.Percentiles(
            6,
            rows => [Mean(values, rows), -Mean(values, rows)],
            new Generator(1)
        );
        Interval one = Alone(1);
        Assert.That(Alone(2), Is.Not.EqualTo(one));
        Assert.That(both[0], Is.EqualTo(one));
        Assert.That(both[1].Lower, Is.EqualTo(-one.Upper).Within(1e-12));
    }

    [Test]
    public void Draws_without_a_value_are_left_out()
    {
        int draw = 0;
        Interval interval = Bootstrap.Percentile(10, _ => draw++ % 2 == 0 ? double.NaN : 4, new Generator(1));
        Assert.That((interval.Lower, interval.Upper), Is.EqualTo((4.0, 4.0)));
        Assert.That(Bootstrap.Percentile(10, _ => double.NaN, new Generator(1)).IsKnown, Is.False);
    }

    [TestCase(10, 2000)]
    [TestCase(10_000, 2000)]
    [TestCase(40_000, 500)]
    [TestCase(10_000_000, 200)]
    public void Large_samples_are_drawn_less_often(int count, int replicates) =>
        Assert.That(Bootstrap.Replicates(count), Is.EqualTo(replicates));

    private static double Mean(double[] values, ReadOnlySpan<int> rows)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            sum += values[row];
        }
        return sum / rows.Length;
    }
}
