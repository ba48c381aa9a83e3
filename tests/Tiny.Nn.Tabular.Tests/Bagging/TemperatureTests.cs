using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Tests.Bagging;

/// <summary>A temperature makes logits as sure as they are right. The numbers were computed by another program, to twelve digits.</summary>
[TestFixture]
public sealed class TemperatureTests
{
    private static readonly int[] Actual = [0, 1, 1, 2, 0];

    private static readonly double[] Mixed = [0.856230008124, 0.086981025931, 0.056788965945];

    private static readonly Matrix<double> Five = new(
        3,
        5,
        [2, 0.5, -1, 0.2, 1.5, 0.1, 3, 2.5, -2, -1, 0, 2, 1, 0.8, 0.2]
    );

    [Test]
    public void The_loss_and_its_slope_are_those_of_the_formula()
    {
        Logits logits = Of(Five);
        Assert.That(logits.Loss(1, 0) / 5, Is.EqualTo(0.525296265568).Within(1e-12));
        Assert.That(logits.Slope(1) / 5, Is.EqualTo(-0.226944744320).Within(1e-12));
    }

    [Test]
    public void The_temperature_is_where_the_slope_is_zero()
    {
        Logits logits = Of(Five);
        double beta = Temperature.Fit(logits);
        Assert.That(beta, Is.EqualTo(2.158557143756).Within(1e-6));
        Assert.That(logits.Slope(beta), Is.EqualTo(0).Within(1e-6));
        Assert.That(logits.Loss(beta, 0) / 5, Is.EqualTo(0.426597682064).Within(1e-12));
    }

    [Test]
    public void A_share_of_the_uniform_distribution_is_mixed_in()
    {
        Matrix<double> first = new(3, 1, [Math.Exp(2), Math.Exp(0.5), Math.Exp(-1)]);
        new Calibration(2.158557143756, 1.0 / 6).Apply(first);
        Assert.That(first.Values.ToArray(), Is.EqualTo(Mixed).Within(1e-11));
    }

    [Test]
    public void A_constant_added_to_the_logits_of_a_sample_changes_nothing([Values(-700, 3, 1e6)] double constant)
    {
        Matrix<double> shifted = new(3, 5, [.. Five.Values.ToArray().Select(z => z + constant)]);
        Assert.That(Temperature.Fit(Of(shifted)), Is.EqualTo(Temperature.Fit(Of(Five))).Within(1e-6));
    }

    [Test]
    public void Of_two_classes_a_single_logit_says_the_same_as_two()
    {
        int[] actual = [0, 1, 1, 0];
        Logits one = new(2, actual, [1, 1, 1, 1]);
        one.Take(new Matrix<double>(1, 4, [-1, 2, -0.5, 0.3]));
        Logits two = new(2, actual, [1, 1, 1, 1]);
        two.Take(new Matrix<double>(2, 4, [0, -1, 0, 2, 0, -0.5, 0, 0.3]));
        Assert.That(one.Loss(1.7, 0.1), Is.EqualTo(two.Loss(1.7, 0.1)).Within(1e-14));
        Assert.That(one.Slope(1.7), Is.EqualTo(two.Slope(1.7)).Within(1e-14));
    }

    [Test]
    public void Where_all_are_right_or_none_tells_anything_it_ends_at_a_bound()
    {
        Logits right = new(2, [0, 1], [1, 1]);
        right.Take(new Matrix<double>(2, 2, [1, 0, 0, 1]));
        Assert.That(Temperature.Fit(right), Is.GreaterThan(1e6));
        Logits wrong = new(2, [1, 0], [1, 1]);
        wrong.Take(new Matrix<double>(2, 2, [1, 0, 0, 1]));
        Assert.That(Temperature.Fit(wrong), Is.GreaterThan(0).And.LessThan(1e-6));
    }

    [Test]
    public void A_row_that_counts_twice_is_two_rows()
    {
        Logits weighted = new(3, [0, 1], [2, 1]);
        weighted.Take(Five.Slice(0, 2));
        Logits doubled = new(3, [0, 0, 1], [1, 1, 1]);
        doubled.Take(new Matrix<double>(3, 3, [2, 0.5, -1, 2, 0.5, -1, 0.2, 1.5, 0.1]));
        Assert.That(weighted.Slope(0.8), Is.EqualTo(doubled.Slope(0.8)).Within(1e-14));
        Assert.That(weighted.Loss(0.8, 0), Is.EqualTo(doubled.Loss(0.8, 0)).Within(1e-14));
    }

    private static Logits Of(Matrix<double> outputs)
    {
        Logits logits = new(3, Actual, [1, 1, 1, 1, 1]);
        logits.Take(outputs);
        return logits;
    }
}
