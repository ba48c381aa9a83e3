using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;

namespace Tiny.Nn.Tabular.Tests.Bagging;

[TestFixture]
public sealed class CalibrationTests
{
    [TestCase(0.3, 0.0)]
    [TestCase(1.0, 0.1)]
    [TestCase(4.0, 0.01)]
    public void Probabilities_stay_probabilities_in_the_same_order(double beta, double uniform)
    {
        Generator generator = new(7);
        for (int i = 0; i < 50; i++)
        {
            double[] drawn = [.. Enumerable.Range(0, 5).Select(_ => generator.NextUniform())];
            double[] before = [.. drawn.Select(p => p / drawn.Sum())];
            Matrix<double> after = new(5, 1, [.. before]);
            new Calibration(beta, uniform).Apply(after);
            Assert.That(after.Values.ToArray().Sum(), Is.EqualTo(1).Within(1e-14));
            Assert.That(after.Values.ToArray(), Is.All.GreaterThanOrEqualTo(uniform / 5));
            Assert.That(Order(after.Values.ToArray()), Is.EqualTo(Order(before)));
        }
    }

    [Test]
    public void No_calibration_leaves_every_bit()
    {
        double[] before = [0.1, 0.2, 0.7, 1e-300, 0.5, 0.5];
        Matrix<double> after = new(3, 2, [.. before]);
        Calibration.None.Apply(after);
        Assert.That(after.Values.ToArray(), Is.EqualTo(before));
    }

    [Test]
    public void A_probability_of_zero_is_none_that_breaks_others()
    {
        Matrix<double> certain = new(2, 1, [1, 0]);
        new Calibration(0.5, 0.2).Apply(certain);
        Assert.That(certain[0, 0], Is.EqualTo(0.9).Within(1e-15));
        Assert.That(certain[1, 0], Is.EqualTo(0.1).Within(1e-15));
    }

    [Test]
    public void However_sure_it_makes_them_they_stay_numbers()
    {
        Matrix<double> alike = new(3, 1, [0.4, 0.35, 0.25]);
        new Calibration(8_886_110, 0.1).Apply(alike);
        Assert.That(alike.Values.ToArray().Sum(), Is.EqualTo(1).Within(1e-15));
        Assert.That(alike[0, 0], Is.EqualTo(0.9 + 0.1 / 3).Within(1e-15));
    }

    [TestCase(0, 0)]
    [TestCase(-1, 0)]
    [TestCase(double.NaN, 0)]
    [TestCase(1, 1)]
    [TestCase(1, -0.1)]
    public void What_makes_no_sense_is_refused(double beta, double uniform) =>
        Assert.That(() => new Calibration(beta, uniform), Throws.TypeOf<ArgumentOutOfRangeException>());

    private static int[] Order(double[] values) =>
        [.. values.Index().OrderBy(value => value.Item).Select(v => v.Index)];
}
