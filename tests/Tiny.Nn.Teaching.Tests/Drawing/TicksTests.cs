using FsCheck;
using FsCheck.Fluent;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class TicksTests
{
    [TestCase(0, 1, "0.0 0.2 0.4 0.6 0.8 1.0")]
    [TestCase(-3, 7, "-2 0 2 4 6")]
    [TestCase(0.013, 0.021, "0.014 0.016 0.018 0.020")]
    [TestCase(1234567, 1234600, "1234570 1234575 1234580 1234585 1234590 1234595 1234600")]
    [TestCase(0, 3e9, "0 500000000 1E+09 1.5E+09 2E+09 2.5E+09 3E+09")]
    [TestCase(-2e-7, 2e-7, "-2E-07 -1E-07 0 1E-07 2E-07")]
    public void They_are_round_and_lie_within(double low, double high, string expected)
    {
        Ticks ticks = Ticks.Within(low, high, 7);
        Assert.That(string.Join(' ', ticks.Values.Select(ticks.Text)), Is.EqualTo(expected));
    }

    [TestCase(0, 1.31, "0.0 0.5 1.0 1.5")]
    [TestCase(-151, 147, "-200 -100 0 100 200")]
    [TestCase(25, 346, "0 100 200 300 400")]
    public void Around_they_reach_beyond_both_ends(double low, double high, string expected)
    {
        Ticks ticks = Ticks.Around(low, high, 7);
        Assert.That(string.Join(' ', ticks.Values.Select(ticks.Text)), Is.EqualTo(expected));
    }

    [Test]
    public void What_is_counted_has_no_half() =>
        Assert.That(Ticks.WholeWithin(1, 3, 7).Values, Is.EqualTo(new double[] { 1, 2, 3 }));

    [Test]
    public void Three_tenths_are_three_tenths() =>
        Assert.That(Ticks.Within(0, 0.7, 8).Values.ElementAt(3), Is.EqualTo(0.3));

    [Test]
    public void There_are_neither_too_many_nor_too_few() =>
        Prop.ForAll(ArbMap.Default.ArbFor<double>(), ArbMap.Default.ArbFor<double>(), AssertTicks)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    private static void AssertTicks(double one, double other)
    {
        Axis axis = Axis.Around("", [one, other]);
        double[] ticks = [.. axis.Ticks.Values];
        Assert.That(ticks, Has.Length.InRange(2, 7));
        Assert.That(ticks, Is.Ordered.Ascending);
        Assert.That(ticks.Select(axis.Ticks.Text).Distinct().Count(), Is.EqualTo(ticks.Length));
        foreach (double value in new[] { one, other }.Where(Axis.IsDrawn))
        {
            double slack = 1e-9 * (axis.High - axis.Low);
            Assert.That(value, Is.InRange(axis.Low - slack, axis.High + slack));
        }
    }

    [TestCase(5, 5)]
    [TestCase(0, 0)]
    [TestCase(-1e300, 1e300)]
    [TestCase(4e-320, 9e-320)]
    [TestCase(double.NaN, double.PositiveInfinity)]
    [TestCase(1e15, 1e15 + 1)]
    public void An_axis_has_room_whatever_the_values(double one, double other)
    {
        Axis axis = Axis.Around("", [one, other]);
        Assert.That(axis.High, Is.GreaterThan(axis.Low));
        Assert.That(axis.Ticks.Values.Count(), Is.InRange(2, 7));
    }
}
