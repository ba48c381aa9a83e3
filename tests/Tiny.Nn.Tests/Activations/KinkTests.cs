using Tiny.Nn.Activations;

namespace Tiny.Nn.Tests.Activations;

/// <summary>The gradient check trusts the lists of kinks: here they are compared with what the functions do.</summary>
public sealed class KinkTests
{
    private const double H = 1e-6;

    /// <summary>Multiples of 1/16, so that 0 and ±3 are met exactly.</summary>
    private static readonly double[] Grid = [.. Enumerable.Range(-128, 257).Select(i => i / 16.0)];

    [Test]
    public void Kinks_are_where_the_slopes_of_the_two_sides_bend_differently(
        [ValueSource(typeof(Evaluation), nameof(Evaluation.Elementwise))] Activation f
    )
    {
        IEnumerable<double> found = Grid.Where(z =>
        {
            double[] slope = f.SlopeAt<double>(z - H, z, z + H);
            double below = (slope[1] - slope[0]) / H;
            double above = (slope[2] - slope[1]) / H;
            return Math.Abs(above - below) > 1e-2;
        });
        Assert.That(found, Is.EqualTo(f.Kinks));
    }

    [Test]
    public void The_slope_is_that_of_at_least_one_side(
        [ValueSource(typeof(Evaluation), nameof(Evaluation.Elementwise))] Activation f
    )
    {
        foreach (double z in Grid)
        {
            double[] value = f.At<double>(z - H, z, z + H);
            double below = (value[1] - value[0]) / H;
            double above = (value[2] - value[1]) / H;
            double slope = f.SlopeAt<double>(z)[0];
            Assert.That(Math.Min(Math.Abs(slope - below), Math.Abs(slope - above)), Is.LessThan(1e-5), $"at {z}");
        }
    }

    [Test]
    public void Softmax_has_none() => Assert.That(Activation.Softmax.Kinks, Is.Empty);
}
