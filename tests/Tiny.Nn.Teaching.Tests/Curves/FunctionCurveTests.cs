using Tiny.Nn.Activations;
using Tiny.Nn.Teaching.Curves;

namespace Tiny.Nn.Teaching.Tests.Curves;

public sealed class FunctionCurveTests
{
    [TestCase("sigmoid", -10, 0.000045397869, 0.000045395808)]
    [TestCase("sigmoid", -1, 0.268941421370, 0.196611933241)]
    [TestCase("sigmoid", 0, 0.5, 0.25)]
    [TestCase("tanh", 0.5, 0.46211715726, 0.786447732966)]
    [TestCase("selu", -1, -1.111330737813, 0.646768603035)]
    [TestCase("mish", 2, 1.943958959534, 1.069317934279)]
    [TestCase("gelu", -3, -0.004049694095, -0.011945647204)]
    [TestCase("gelu-tanh", 3, 2.996362607918, 1.011584166631)]
    [TestCase("elu", -0.5, -0.393469340287, 0.606530659713)]
    [TestCase("leaky-relu:0.2", -2, -0.4, 0.2)]
    [TestCase("relu", 3, 3, 1)]
    public void Value_and_slope_are_the_golden_ones(string name, double z, double value, double slope)
    {
        FunctionCurve curve = FunctionCurve.Sample(Activation.Parse(name), z, z + 1, 2);
        Assert.That(curve.Z[0], Is.EqualTo(z));
        Assert.That(
            curve.Values[0],
            Is.EqualTo(value).Within(1e-12 * Math.Max(1, Math.Abs(value))).Or.EqualTo(value).Within(1e-11)
        );
        Assert.That(curve.Slopes[0], Is.EqualTo(slope).Within(1e-11));
    }

    [TestCaseSource(nameof(Names))]
    public void The_slope_is_a_difference_quotient(string name)
    {
        Activation activation = Activation.Parse(name);
        FunctionCurve curve = FunctionCurve.Sample(activation, -4.05, 3.95, 20001);
        for (int i = 1; i + 1 < curve.Z.Count; i++)
        {
            if (activation.Kinks.Any(kink => kink >= curve.Z[i - 1] && kink <= curve.Z[i + 1]))
            {
                continue;
            }
            double quotient = (curve.Values[i + 1] - curve.Values[i - 1]) / (curve.Z[i + 1] - curve.Z[i - 1]);
            Assert.That(curve.Slopes[i], Is.EqualTo(quotient).Within(1e-6), $"at {curve.Z[i]}");
        }
    }

    [Test]
    public void A_kink_has_both_of_its_sides()
    {
        FunctionCurve curve = FunctionCurve.Sample(Activation.Relu, -1, 1, 3);
        Assert.That(curve.Z, Is.EqualTo([-1, -double.Epsilon, double.Epsilon, 1]));
        Assert.That(curve.Slopes, Is.EqualTo([0, 0, 1, 1]));
    }

    [Test]
    public void Softmax_has_no_curve_of_one_number() =>
        Assert.That(() => FunctionCurve.Sample(Activation.Softmax, -1, 1, 3), Throws.ArgumentException);

    [Test]
    public void Softmax_of_two_is_sigmoid_of_the_difference()
    {
        SoftmaxSweep sweep = SoftmaxSweep.Run(-3, 3, 25, 0.4);
        FunctionCurve sigmoid = FunctionCurve.Sample(Activation.Sigmoid, -3.4, 2.6, 25);
        for (int i = 0; i < 25; i++)
        {
            Assert.That(sweep.Probabilities[0, i], Is.EqualTo(sigmoid.Values[i]).Within(1e-14));
            Assert.That(sweep.Slopes[0, i], Is.EqualTo(sigmoid.Slopes[i]).Within(1e-14));
        }
    }

    [Test]
    public void A_sweep_has_the_golden_probabilities_and_its_slopes_sum_to_0()
    {
        SoftmaxSweep sweep = SoftmaxSweep.Run(1, 2, 2, 2, 3);
        Assert.That(
            sweep.Probabilities.Column(0).ToArray(),
            Is.EqualTo([0.09003057, 0.24472847, 0.66524096]).Within(1e-8)
        );
        double[] firstRow = [0.081925069065, -0.02203304452, -0.059892024545];
        Assert.That(sweep.Slopes.Column(0).ToArray(), Is.EqualTo(firstRow).Within(1e-12));
        Assert.That(sweep.Slopes.Column(1).ToArray().Sum(), Is.Zero.Within(1e-15));
    }

    private static IEnumerable<string> Names =>
        Activation.All.Select(activation => activation.Name).Where(name => name != "softmax");
}
