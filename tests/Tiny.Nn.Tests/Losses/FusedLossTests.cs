using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Activations;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Losses;

/// <summary>A fused loss is its slow twin, loss after activation, wherever the twin is finite; and finite elsewhere too.</summary>
[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class FusedLossTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly object[] Pairs =
    [
        new object[] { Activation.Sigmoid, Loss.BinaryCrossEntropy },
        new object[] { Activation.Sigmoid, new BinaryCrossEntropy(LabelSmoothing: 0.1) },
        new object[] { Activation.Softmax, Loss.CrossEntropy },
        new object[] { Activation.Softmax, new CrossEntropy(LabelSmoothing: 0.1) },
    ];

    [TestCaseSource(nameof(Pairs))]
    public void Agrees_with_its_twin(Activation activation, Loss loss)
    {
        Matrix<T> z = new(4, 50, TestNumbers.Uniform<T>(200, -4, 4, seed: 8));
        Matrix<T> target = Matrices.OneHot<T>(4, [.. Enumerable.Range(0, 50).Select(i => i * 7 % 4)]);
        T[] weights = TestNumbers.Uniform<T>(50, 0, 2, seed: 9);
        (double fused, double[] dFused) = Fused(activation, loss, z, target, weights);
        (double unfused, double[] dUnfused) = Unfused(activation, loss, z, target, weights);

        // The twin loses digits where 1 − p cancels: at |z| ≤ 4 a factor of e⁴ at most.
        double tolerance = 64 * Ulp.Of<T>(1.0);
        Assert.That(fused, Is.EqualTo(unfused).Within(tolerance * unfused));
        Assert.That(dFused, Is.EqualTo(dUnfused).Within(tolerance));
    }

    [TestCaseSource(nameof(Pairs))]
    public void Is_finite_for_any_logits(Activation activation, Loss loss)
    {
        Matrix<T> z = Matrices.Rows<T>([1000, -1000, 1000, -1000, 0], [-1000, 1000, 1000, -1000, 0]);
        Matrix<T> target = Matrices.Rows<T>([0, 0, 1, 1, 1], [1, 1, 0, 0, 0]);
        (double value, double[] derivative) = Fused(activation, loss, z, target, []);
        Assert.That(value, Is.InRange(0, 2000));
        Assert.That(derivative, Has.All.InRange(-1, 1));
    }

    /// <summary>
    /// From 17 on in float, from 37 on in double, sigmoid is 1 to the last bit: 1 − p is 0, and the slope (p − t)/(p(1 − p))
    /// becomes 0/0. So at ±50 training would break, though its prediction is right.
    /// </summary>
    [Test]
    public void The_twin_fails_at_logits_of_50()
    {
        Matrix<T> z = Matrices.Row<T>(50, -50);
        Matrix<T> target = Matrices.Row<T>(1, 0);
        Assert.That(Unfused(Activation.Sigmoid, Loss.BinaryCrossEntropy, z, target, []).Derivative[0], Is.NaN);
        double[] fused = Fused(Activation.Sigmoid, Loss.BinaryCrossEntropy, z, target, []).Derivative;
        Assert.That(fused, Is.EqualTo([0.0, 0.0]).Within(1e-20));
    }

    [Test]
    public void The_softmax_twin_fails_where_a_probability_underflows()
    {
        Matrix<T> z = Matrices.Column<T>(1000, -1000);
        Matrix<T> target = Matrices.Column<T>(0, 1);
        (double value, double[] derivative) = Unfused(Activation.Softmax, Loss.CrossEntropy, z, target, []);
        Assert.That(value, Is.EqualTo(double.PositiveInfinity));
        Assert.That(derivative, Has.Some.NaN);
        (double fused, double[] dFused) = Fused(Activation.Softmax, Loss.CrossEntropy, z, target, []);
        Assert.That(fused, Is.EqualTo(2000));
        Assert.That(dFused, Is.EqualTo([1.0, -1.0]));
    }

    [Test]
    public void Softmax_with_cross_entropy_collapses_to_p_minus_t()
    {
        Matrix<T> z = Matrices.Column<T>(1, 2, 3);
        double[] p = Evaluation.Forward(Activation.Softmax, z).ToDoubles();
        double[] derivative = Fused(Activation.Softmax, Loss.CrossEntropy, z, Matrices.OneHot<T>(3, 1), []).Derivative;
        Assert.That(derivative, Is.EqualTo([p[0], p[1] - 1, p[2]]).Within(2 * Ulp.Of<T>(1.0)));
    }

    [Test]
    public void Only_what_belongs_together_is_fused()
    {
        foreach (Activation activation in Activation.All)
        {
            bool sigmoid = activation == Activation.Sigmoid;
            bool softmax = activation == Activation.Softmax;
            Assert.That(Loss.BinaryCrossEntropy.FusedWith(activation) is not null, Is.EqualTo(sigmoid));
            Assert.That(Loss.CrossEntropy.FusedWith(activation) is not null, Is.EqualTo(softmax));
            Assert.That(Loss.SquaredError.FusedWith(activation), Is.Null);
            Assert.That(Loss.AbsoluteError.FusedWith(activation), Is.Null);
            Assert.That(Loss.Huber.FusedWith(activation), Is.Null);
        }
    }

    private static (double Value, double[] Derivative) Fused(Activation f, Loss loss, Matrix<T> z, Matrix<T> t, T[] w)
    {
        Matrix<T> dz = new(z.Rows, z.Columns);
        T value = loss.FusedWith(f)!.Evaluate(z, t, w, dz);
        return (double.CreateTruncating(value), dz.ToDoubles());
    }

    private static (double Value, double[] Derivative) Unfused(Activation f, Loss loss, Matrix<T> z, Matrix<T> t, T[] w)
    {
        Matrix<T> p = Evaluation.Forward(f, z);
        Matrix<T> d = new(z.Rows, z.Columns);
        T value = loss.Evaluate(p, t, w, d);
        f.Backward(z, p, d, d);
        return (double.CreateTruncating(value), d.ToDoubles());
    }
}
