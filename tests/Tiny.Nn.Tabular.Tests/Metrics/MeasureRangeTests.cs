using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Tabular.Tests.Metrics;

public sealed class MeasureRangeTests
{
    [TestCase(0, 1, 0.61, 1.15, 0.61, 1)]
    [TestCase(0, 1, -0.2, 0.4, 0, 0.4)]
    [TestCase(-1, 1, -1.5, 1.5, -1, 1)]
    [TestCase(0, double.PositiveInfinity, -3, 7, 0, 7)]
    [TestCase(double.NegativeInfinity, 1, -3, 7, -3, 1)]
    public void An_interval_is_cut_off_where_its_range_ends(
        double least,
        double most,
        double lower,
        double upper,
        double cutLower,
        double cutUpper
    ) =>
        Assert.That(
            new MeasureRange(least, most).Part(new Interval(lower, upper, 0.9)),
            Is.EqualTo(new Interval(cutLower, cutUpper, 0.9))
        );

    [Test]
    public void Of_what_is_not_known_nothing_more_is_known() =>
        Assert.That(MeasureRange.Share.Part(Interval.Unknown(0.95)).IsKnown, Is.False);

    [Test]
    public void A_difference_lies_within_twice_the_range()
    {
        Assert.That(MeasureRange.Share.OfDifference, Is.EqualTo(new MeasureRange(-1, 1)));
        Assert.That(MeasureRange.Correlation.OfDifference, Is.EqualTo(new MeasureRange(-2, 2)));
        MeasureRange any = new(double.NegativeInfinity, double.PositiveInfinity);
        Assert.That(MeasureRange.Error.OfDifference, Is.EqualTo(any));
        Assert.That(MeasureRange.UpToOne.OfDifference, Is.EqualTo(any));
    }
}
