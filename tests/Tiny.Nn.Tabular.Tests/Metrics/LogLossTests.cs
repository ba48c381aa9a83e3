using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Metrics;

namespace Tiny.Nn.Tabular.Tests.Metrics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LogLossTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void The_mean_surprise_is_taken()
    {
        Matrix<T> p = Matrix(0.25, 0.75, 0.5, 0.5, 1, 0);
        double expected = -(Math.Log(0.75) + Math.Log(0.5) + Math.Log(1)) / 3;
        Assert.That(LogLoss.Mean(p, [1, 0, 0]), Is.EqualTo(expected).Within(1e-15));
    }

    [Test]
    public void To_know_nothing_of_k_classes_costs_ln_k() =>
        Assert.That(LogLoss.Mean(Matrix(0.5, 0.5, 0.5, 0.5), [1, 0]), Is.EqualTo(Math.Log(2)).Within(1e-15));

    [Test]
    public void To_be_sure_and_wrong_costs_much_but_not_infinitely_much() =>
        Assert.That(LogLoss.Mean(Matrix(1, 0), [1]), Is.EqualTo(-Math.Log(1e-15)).Within(1e-12));

    [Test]
    public void More_than_certain_is_certain() => Assert.That(LogLoss.Mean(Matrix(0, 1.25), [1]), Is.Zero);

    [Test]
    public void No_number_stays_no_number() => Assert.That(LogLoss.Mean(Matrix(0.5, double.NaN), [1]), Is.NaN);

    [Test]
    public void What_cannot_be_judged_is_refused() =>
        Assert.Multiple(() =>
        {
            Assert.That(() => LogLoss.Mean(Matrix(), []), Throws.ArgumentException);
            Assert.That(() => LogLoss.Mean(Matrix(0.5, 0.5), [0, 1]), Throws.ArgumentException);
            Assert.That(() => LogLoss.Mean(Matrix(0.5, 0.5), [2]), Throws.TypeOf<ArgumentOutOfRangeException>());
        });

    private static Matrix<T> Matrix(params double[] numbers) =>
        new(2, numbers.Length / 2, [.. numbers.Select(number => T.CreateTruncating(number))]);
}
