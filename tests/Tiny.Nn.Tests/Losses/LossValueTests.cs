using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Losses;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LossValueTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Rounding = 4 * Ulp.Of<T>(1.0);

    /// <summary>Loss, prediction, target, value, derivative: one sample each.</summary>
    private static readonly object[] ByHand =
    [
        new object[] { Loss.SquaredError, new[] { 1.5, -1 }, new[] { 1.0, 1 }, 2.125, new[] { 0.5, -2 } },
        new object[] { Loss.AbsoluteError, new[] { 1.5, -1, 3 }, new[] { 1.0, 1, 3 }, 2.5, new[] { 1.0, -1, 0 } },
        new object[] { Loss.Huber, new[] { 0.5, 3 }, new[] { 0.0, 0 }, 0.125 + 2.5, new[] { 0.5, 1 } },
        new object[] { new Huber(0.5), new[] { 0.25, -2 }, new[] { 0.0, 0 }, 0.03125 + 0.875, new[] { 0.25, -0.5 } },
        new object[] { Loss.Huber, new[] { 1.5, 1 }, new[] { 1.0, 4 }, 0.125 + 2.5, new[] { 0.5, -1 } },
        new object[] { Loss.BinaryCrossEntropy, new[] { 0.25 }, new[] { 1.0 }, Math.Log(4), new[] { -4.0 } },
        new object[] { Loss.BinaryCrossEntropy, new[] { 0.25 }, new[] { 0.0 }, Math.Log(4.0 / 3), new[] { 4.0 / 3 } },
        new object[] { Loss.BinaryCrossEntropy, new[] { 0.5 }, new[] { 0.25 }, Math.Log(2), new[] { 1.0 } },
        new object[]
        {
            new BinaryCrossEntropy(LabelSmoothing: 0.5),
            new[] { 0.5 },
            new[] { 1.0 },
            Math.Log(2),
            new[] { -1.0 },
        },
        new object[] { Loss.CrossEntropy, new[] { 0.25, 0.75 }, new[] { 1.0, 0 }, Math.Log(4), new[] { -4.0, 0 } },
        new object[]
        {
            new CrossEntropy(LabelSmoothing: 0.5),
            new[] { 0.25, 0.75 },
            new[] { 1.0, 0 },
            0.75 * Math.Log(4) + 0.25 * Math.Log(4.0 / 3),
            new[] { -3.0, -1.0 / 3 },
        },
        new object[]
        {
            new SoftmaxCrossEntropy(),
            new[] { 2.0, -1, 0.5 },
            new[] { 1.0, 0, 0 },
            0.241311296657157,
            new[] { -0.214402965410724, 0.039112573270687, 0.175290392140037 },
        },
        new object[]
        {
            new SoftmaxCrossEntropy(LabelSmoothing: 0.1),
            new[] { 2.0, -1, 0.5 },
            new[] { 1.0, 0, 0 },
            0.391311296657157,
            new[] { -0.147736298744058, 0.005779239937354, 0.141957058806703 },
        },
        new object[] { new SigmoidBinaryCrossEntropy(), new[] { 0.0 }, new[] { 1.0 }, Math.Log(2), new[] { -0.5 } },
        new object[]
        {
            new SigmoidBinaryCrossEntropy(LabelSmoothing: 0.2),
            new[] { Math.Log(3) },
            new[] { 1.0 },
            Math.Log(4) - 0.9 * Math.Log(3),
            new[] { 0.75 - 0.9 },
        },
    ];

    [TestCaseSource(nameof(ByHand))]
    public void Equals_what_was_worked_out_by_hand(
        Loss loss,
        double[] prediction,
        double[] target,
        double value,
        double[] derivative
    )
    {
        Matrix<T> d = new(prediction.Length, 1);
        double actual = Evaluate(loss, Matrices.Column<T>(prediction), Matrices.Column<T>(target), [], d);
        Assert.That(actual, Is.EqualTo(value).Within(Rounding));
        Assert.That(d.ToDoubles(), Is.EqualTo(derivative).Within(Rounding));
    }

    [TestCase(1000, 0, 1000)]
    [TestCase(-1000, 0, 0)]
    [TestCase(1000, 1, 0)]
    [TestCase(-1000, 1, 1000)]
    [TestCase(40, 1, 4.248354255e-18)]
    [TestCase(0, 0, 0.6931471805599453)]
    public void Binary_cross_entropy_from_logits(double z, double target, double expected)
    {
        double actual = Evaluate(
            new SigmoidBinaryCrossEntropy(),
            Matrices.Column<T>(z),
            Matrices.Column<T>(target),
            [],
            default
        );
        Assert.That(actual, Is.EqualTo(expected).Within(Math.Max(Rounding, 1e-9) * expected));
    }

    [Test]
    public void A_batch_costs_the_mean_over_its_samples(
        [ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss
    )
    {
        (Matrix<T> prediction, Matrix<T> target) = Example();
        Matrix<T> d = new(3, 7);
        double together = Evaluate(loss, prediction, target, [], d);
        double sum = 0;
        for (int sample = 0; sample < 7; sample++)
        {
            Matrix<T> alone = new(3, 1);
            sum += Evaluate(loss, prediction.Slice(sample, 1), target.Slice(sample, 1), [], alone);
            double[] share = [.. alone.ToDoubles().Select(slope => slope / 7)];
            Assert.That(d.Slice(sample, 1).ToDoubles(), Is.EqualTo(share).Within(Rounding));
        }
        Assert.That(together, Is.EqualTo(sum / 7).Within(4 * Rounding));
    }

    [Test]
    public void The_derivative_is_optional([ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss)
    {
        (Matrix<T> prediction, Matrix<T> target) = Example();
        double withDerivative = Evaluate(loss, prediction, target, [], new Matrix<T>(3, 7));
        Assert.That(Evaluate(loss, prediction, target, [], default), Is.EqualTo(withDerivative));
    }

    [Test]
    public void Sizes_must_fit([ValueSource(typeof(LossTable), nameof(LossTable.All))] Loss loss)
    {
        (Matrix<T> prediction, Matrix<T> target) = Example();
        Assert.That(() => Evaluate(loss, prediction, target.Slice(0, 6), [], default), Throws.ArgumentException);
        Assert.That(() => Evaluate(loss, prediction, target, new T[6], default), Throws.ArgumentException);
        Assert.That(() => Evaluate(loss, prediction, target, [], new Matrix<T>(3, 6)), Throws.ArgumentException);
    }

    private static (Matrix<T> Prediction, Matrix<T> Target) Example() => LossTable.Example<T>();

    private static double Evaluate(Loss loss, Matrix<T> prediction, Matrix<T> target, T[] weights, Matrix<T> d) =>
        double.CreateTruncating(loss.Evaluate(prediction, target, weights, d));
}
