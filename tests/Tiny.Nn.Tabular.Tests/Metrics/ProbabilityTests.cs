using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class ProbabilityTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>All numbers are exact in binary.</summary>
    private static readonly Matrix<T> Two = Columns(2, 0.75, 0.25, 0.5, 0.5, 0.125, 0.875, 0, 1);

    [Test]
    public void Brier_of_two_classes_is_the_mean_squared_distance()
    {
        // The second class's p − y: 0.25, −0.5, −0.125, 1.
        double expected = (0.0625 + 0.25 + 0.015625 + 1) / 4;
        Assert.That(BrierScore.Mean(Two, [0, 1, 1, 0]), Is.EqualTo(expected));
    }

    [Test]
    public void Brier_of_three_classes_is_half_of_his_sum()
    {
        Matrix<T> three = Columns(3, 0.5, 0.25, 0.25, 0, 0, 1);
        Assert.That(BrierScore.Mean(three, [0, 2]), Is.EqualTo((0.25 + 0.0625 + 0.0625) / 2 / 2));
        Assert.That(BrierScore.Mean(three, [0, 1]), Is.EqualTo(((0.25 + 0.0625 + 0.0625) / 2 + 1) / 2));
    }

    [Test]
    public void Confidence_and_accuracy_are_compared_bin_by_bin()
    {
        // Confidences 0.75 (right), 0.5 (wrong), 0.875 (right), 1 (wrong).
        Calibration calibration = Calibration.Measure(Two, [0, 0, 1, 1], [0, 1, 1, 0], bins: 4);
        Assert.That(calibration.Bins.Select(bin => bin.Correct.Count), Is.EqualTo([0, 1, 1, 2]));
        Assert.That(calibration.Bins.Select(bin => bin.Correct.Successes), Is.EqualTo([0, 0, 1, 1]));
        Assert.That(calibration.Bins.Select(bin => bin.Gap), Is.EqualTo([0, 0.5, 0.25, 0.4375]));
        Assert.That(calibration.Bins[3].Confidence, Is.EqualTo(0.9375));
        Assert.That((calibration.Bins[1].Lower, calibration.Bins[1].Upper), Is.EqualTo((0.25, 0.5)));
        Assert.That(calibration.ExpectedError, Is.EqualTo((0.5 + 0.25 + 2 * 0.4375) / 4));
        Assert.That(calibration.MaximumError, Is.EqualTo(0.5));
    }

    [Test]
    public void Probabilities_that_keep_their_word_have_no_error()
    {
        Matrix<T> quarters = Columns(2, 0.75, 0.25, 0.75, 0.25, 0.75, 0.25, 0.75, 0.25);
        Assert.That(Calibration.Measure(quarters, [0, 0, 0, 0], [0, 0, 1, 0]).ExpectedError, Is.Zero);
    }

    [Test]
    public void What_is_no_probability_or_no_class_is_refused()
    {
        Assert.That(() => Calibration.Measure(Columns(1, 1.5), [0], [0]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => Calibration.Measure(Two, [0, 0, 0], [0, 0, 0, 0]), Throws.ArgumentException);
        Assert.That(
            () => Calibration.Measure(Two, [0, 0, 0, 0], [0, 0, 0, 0], 0),
            Throws.TypeOf<ArgumentOutOfRangeException>()
        );
        Assert.That(() => BrierScore.Mean(Two, [0, 0, 0, 2]), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => BrierScore.Mean(Two, [0]), Throws.ArgumentException);
    }

    private static Matrix<T> Columns(int rows, params double[] values) =>
        new(rows, values.Length / rows, [.. values.Select(value => T.CreateTruncating(value))]);
}
