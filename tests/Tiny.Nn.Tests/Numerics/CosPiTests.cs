using Tiny.Nn.Numerics.Functions;

namespace Tiny.Nn.Tests.Numerics;

public sealed class CosPiTests
{
    [Test]
    public void Agrees_with_cosine()
    {
        for (int i = -4000; i <= 4000; i++)
        {
            double x = i / 999.0;
            Assert.That(CosPi.Of(x), Is.EqualTo(Math.Cos(Math.PI * x)).Within(4e-15), $"{x}");
        }
    }

    [Test]
    public void Near_zero_and_half_no_digit_is_lost()
    {
        for (int i = 1; i < 1000; i++)
        {
            double x = i / 8192.0;
            double expected = Math.Cos(Math.PI * x);
            Assert.That(CosPi.Of(x), Is.EqualTo(expected).Within(2 * Ulp.Of<double>(expected)), $"{x}");
            double sine = Math.Sin(Math.PI * x);
            Assert.That(CosPi.Of(0.5 - x), Is.EqualTo(sine).Within(3 * Ulp.Of<double>(sine)), $"½ − {x}");
        }
    }

    [TestCase(0.5)]
    [TestCase(-0.5)]
    [TestCase(1.5)]
    [TestCase(1e6 + 0.5)]
    public void Its_zeros_are_positive(double x) => Assert.That(double.IsNegative(CosPi.Of(x)), Is.False);

    [TestCase(0, 1)]
    [TestCase(0.5, 0)]
    [TestCase(1, -1)]
    [TestCase(1.5, 0)]
    [TestCase(2, 1)]
    [TestCase(-3, -1)]
    [TestCase(1e15, 1)]
    public void Is_exact_where_cosine_is(double x, double expected) => Assert.That(CosPi.Of(x), Is.EqualTo(expected));
}
