using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Numerics;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class LogSumExpTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const double Infinity = double.PositiveInfinity;

    private static readonly object[] Cases =
    [
        new object[] { Array.Empty<double>(), -Infinity },
        new object[] { new[] { 3.25 }, 3.25 },
        new object[] { new[] { 1000.0, 1000.0 }, 1000.6931471805599 },
        new object[] { new[] { -1000.0, -1000.0 }, -999.3068528194401 },
        new object[] { new[] { 0.0, 1.0, 2.0 }, 2.4076059644443806 },
        new object[] { new[] { 1000.0, -1000.0 }, 1000.0 },
        new object[] { new[] { -Infinity, 2.0 }, 2.0 },
        new object[] { new[] { -Infinity, -Infinity }, -Infinity },
        new object[] { new[] { 2.0, Infinity }, Infinity },
        new object[] { new[] { Infinity, -Infinity }, Infinity },
        new object[] { new[] { 2.0, double.NaN, Infinity }, double.NaN },
        new object[] { new[] { double.NaN, -Infinity }, double.NaN },
    ];

    [TestCaseSource(nameof(Cases))]
    public void Known_values(double[] x, double expected)
    {
        T actual = LogSumExp.Evaluate<T>([.. x.Select(T.CreateTruncating)]);
        double tolerance = double.IsFinite(expected) ? Ulp.Of<T>(expected) : 0;
        Assert.That(double.CreateTruncating(actual), Is.EqualTo(expected).Within(tolerance));
    }

    [TestCase(2)]
    [TestCase(255)]
    [TestCase(256)]
    [TestCase(257)]
    [TestCase(1000)]
    public void Equals_the_plain_formula_where_that_does_not_overflow(int length)
    {
        T[] x = TestNumbers.Uniform<T>(length, -10, 10, seed: 3);
        double expected = Math.Log(x.Sum(value => Math.Exp(double.CreateTruncating(value))));
        Assert.That(
            double.CreateTruncating(LogSumExp.Evaluate<T>(x)),
            Is.EqualTo(expected).Within(4 * Ulp.Of<T>(expected))
        );
    }

    [Test]
    public void Moves_with_its_operands()
    {
        // Numbers and shift are multiples of 1/8: so the shifted ones are exact, and the terms are the same to the bit.
        T shift = T.CreateTruncating(512);
        T[] x = [.. Enumerable.Range(0, 100).Select(i => T.CreateTruncating((i * 37 % 100) / 8.0))];
        T[] shifted = [.. x.Select(value => value + shift)];
        Assert.That(
            LogSumExp.Evaluate<T>(shifted) - shift,
            Is.EqualTo(LogSumExp.Evaluate<T>(x)).Within(T.CreateTruncating(Ulp.Of<T>(512.0)))
        );
    }

    [TestCase(1)]
    [TestCase(15)]
    [TestCase(17)]
    [TestCase(600)]
    public void Sums_chunk_after_chunk_in_the_order_of_Sums(int length)
    {
        T[] x = TestNumbers.Uniform<T>(length, -5, 5, seed: 4);
        T m = x.Max();
        T sum = T.Zero;
        foreach (T[] chunk in x.Chunk(256))
        {
            sum += Sums.Sum<T>([.. chunk.Select(value => ElementaryFunctions.Exp.At(value - m))]);
        }
        Assert.That(LogSumExp.Evaluate<T>(x), Is.EqualTo(m + ElementaryFunctions.Log.At(sum)));
    }
}
