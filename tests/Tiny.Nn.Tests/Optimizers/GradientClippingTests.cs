using System.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tests.Numerics;

namespace Tiny.Nn.Tests.Optimizers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class GradientClippingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly double Rounding = 2 * Ulp.Of<T>(1.0);

    [TestCase(5.0, TestName = "A_gradient_exactly_as_long_as_allowed_stays")]
    [TestCase(6.0, TestName = "A_shorter_gradient_stays")]
    public void Not_too_long(double limit) =>
        Assert.That(Clipped(new ClipByNorm(limit), 3, -4), Is.EqualTo([3.0, -4.0]));

    [Test]
    public void A_longer_gradient_keeps_its_direction_and_gets_the_length_allowed() =>
        Assert.That(Clipped(new ClipByNorm(1), 3, -4), Is.EqualTo([0.6, -0.8]).Within(Rounding));

    /// <summary>Its squares overflow, but it is what clipping is for.</summary>
    [Test]
    public void A_gradient_of_any_finite_length_is_clipped()
    {
        double huge = typeof(T) == typeof(float) ? 1e37 : 1e307;
        Assert.That(Clipped(new ClipByNorm(1), 3 * huge, -4 * huge), Is.EqualTo([0.6, -0.8]).Within(Rounding));
    }

    [Test]
    public void Both_kinds_are_asked_for_on_the_base_type()
    {
        Assert.That(Clipped(GradientClipping.ByNorm(2), 6, -8), Is.EqualTo([1.2, -1.6]).Within(Rounding));
        Assert.That(Clipped(GradientClipping.ByValue(2), 6, -8, 1), Is.EqualTo([2.0, -2, 1]));
    }

    [Test]
    public void A_gradient_of_zeros_stays() => Assert.That(Clipped(new ClipByNorm(1), 0, 0), Has.All.Zero);

    [Test]
    public void Every_number_is_held_inside_on_its_own() =>
        Assert.That(Clipped(new ClipByValue(1), -3, -1, -0.5, 0, 0.5, 1, 4), Is.EqualTo([-1, -1, -0.5, 0, 0.5, 1, 1]));

    private static double[] Clipped(GradientClipping clipping, params double[] gradient)
    {
        T[] clipped = [.. gradient.Select(T.CreateTruncating)];
        clipping.Apply<T>(clipped);
        return [.. clipped.Select(double.CreateTruncating)];
    }
}
