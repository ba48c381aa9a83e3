using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Products;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Activations;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class SoftmaxTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Rounding = 4 * Ulp.Of<T>(1.0);

    /// <summary>The numbers below are written with 12 digits at least.</summary>
    private static readonly double Tolerance = Math.Max(Rounding, 1e-12);

    [Test]
    public void The_known_example()
    {
        double[] p = Activation.Softmax.At<T>(1, 2, 3);
        Assert.That(p, Is.EqualTo([0.09003057, 0.24472847, 0.66524096]).Within(1e-8 + Rounding));
        Assert.That(p.Sum(), Is.EqualTo(1).Within(Rounding));
    }

    [Test]
    public void The_known_Jacobian()
    {
        Matrix<T> jacobian = Softmax.Jacobian<T>(
            Evaluation.Forward(Activation.Softmax, Matrices.Column<T>(1, 2, 3)).Values
        );
        double[] expected =
        [
            .. new[] { 0.081925069065, -0.02203304452, -0.059892024545 },
            .. new[] { -0.02203304452, 0.18483644651, -0.16280340199 },
            .. new[] { -0.059892024545, -0.16280340199, 0.222695426535 },
        ];
        Assert.That(jacobian.ToDoubles(), Is.EqualTo(expected).Within(Tolerance));
    }

    [Test]
    public void Of_two_it_is_the_sigmoid_of_their_difference()
    {
        Assert.That(Activation.Softmax.At<T>(1.3, -0.4)[0], Is.EqualTo(0.845534734916465).Within(Tolerance));
        for (double x = -30; x <= 30; x += 0.25)
        {
            double sigmoid = Activation.Sigmoid.At<T>(x)[0];
            Assert.That(Activation.Softmax.At<T>(x + 0.5, 0.5)[0], Is.EqualTo(sigmoid).Within(Rounding), $"at {x}");
        }
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(7)]
    [TestCase(40)]
    public void Backward_multiplies_by_the_Jacobian(int units)
    {
        Matrix<T> z = new(units, 3, TestNumbers.Uniform<T>(units * 3, -3, 3, seed: 5));
        Matrix<T> da = TestNumbers.Matrix<T>(units, 3, seed: 6);
        Matrix<T> a = Evaluation.Forward(Activation.Softmax, z);
        Matrix<T> dz = new(units, 3);
        Activation.Softmax.Backward(z, a, da, dz);
        for (int sample = 0; sample < 3; sample++)
        {
            Matrix<T> jacobian = Definition(a.Column(sample));
            Matrix<T> expected = new(units, 1);
            Product.Multiply(jacobian.Transposed, da.Slice(sample, 1), expected);
            Assert.That(dz.Slice(sample, 1).ToDoubles(), Is.EqualTo(expected.ToDoubles()).Within(Rounding));
            Assert.That(
                Softmax.Jacobian<T>(a.Column(sample)).ToDoubles(),
                Is.EqualTo(jacobian.ToDoubles()).Within(Rounding)
            );
        }
    }

    [TestCase(1)]
    [TestCase(5)]
    [TestCase(33)]
    public void Rows_of_the_Jacobian_sum_to_0(int units)
    {
        Matrix<T> z = new(units, 1, TestNumbers.Uniform<T>(units, -5, 5, seed: 7));
        Matrix<T> jacobian = Softmax.Jacobian<T>(Evaluation.Forward(Activation.Softmax, z).Values);
        for (int row = 0; row < units; row++)
        {
            double sum = Enumerable.Range(0, units).Sum(column => double.CreateTruncating(jacobian[row, column]));
            Assert.That(sum, Is.Zero.Within(Rounding));
        }
    }

    [Test]
    public void A_shift_changes_nothing_and_a_factor_does()
    {
        double[] p = Activation.Softmax.At<T>(1, 2, 3);
        Assert.That(Activation.Softmax.At<T>(101, 102, 103), Is.EqualTo(p));
        Assert.That(Activation.Softmax.At<T>(2, 4, 6)[2], Is.GreaterThan(p[2] + 0.1));
    }

    [TestCase(new[] { 1010.0, 1000, 990 }, new[] { 0.999954600070331, 4.539786860886666e-05, 2.061060046209062e-09 })]
    [TestCase(new[] { 1000.0, -1000 }, new[] { 1.0, 0 })]
    [TestCase(new[] { -1000.0, -1000 }, new[] { 0.5, 0.5 })]
    [TestCase(new[] { 1000.0, 1000, -1000 }, new[] { 0.5, 0.5, 0 })]
    public void Nothing_overflows(double[] z, double[] p) =>
        Assert.That(Activation.Softmax.At<T>(z), Is.EqualTo(p).Within(Rounding));

    [Test]
    public void A_large_batch_is_many_small_ones()
    {
        Matrix<T> z = TestNumbers.Matrix<T>(5, 19);
        Matrix<T> together = Evaluation.Forward(Activation.Softmax, z);
        for (int sample = 0; sample < z.Columns; sample++)
        {
            Matrix<T> alone = Evaluation.Forward(Activation.Softmax, z.Slice(sample, 1));
            Bits.AssertSame<T>(together.Column(sample), alone.Values, $"sample {sample}");
        }
    }

    /// <summary>Jᵢⱼ = pᵢ(δᵢⱼ − pⱼ).</summary>
    private static Matrix<T> Definition(ReadOnlySpan<T> p)
    {
        Matrix<T> jacobian = new(p.Length, p.Length);
        for (int i = 0; i < p.Length; i++)
        {
            for (int j = 0; j < p.Length; j++)
            {
                T delta = i == j ? T.One : T.Zero;
                jacobian[i, j] = p[i] * (delta - p[j]);
            }
        }
        return jacobian;
    }
}
