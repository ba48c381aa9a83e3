using Tiny.Nn.Minimization;

namespace Tiny.Nn.Tests.Minimization;

public sealed class CurvaturePairsTests
{
    /// <summary>With exact pairs of a quadratic's axes H is the inverse Hessian, and −H·g leads to the minimum.</summary>
    [Test]
    public void Pairs_along_all_axes_of_a_quadratic_make_the_step_of_Newton()
    {
        double[] curvatures = [1, 10, 0.1];
        CurvaturePairs pairs = new(memory: 10);
        for (int axis = 0; axis < 3; axis++)
        {
            double[] s = new double[3];
            double[] y = new double[3];
            (s[axis], y[axis]) = (2, 2 * curvatures[axis]);
            pairs.Add(s, y);
        }
        double[] d = new double[3];
        pairs.Direction([5, -7, 0.3], d);
        Assert.That(d[0], Is.EqualTo(-5).Within(1e-12));
        Assert.That(d[1], Is.EqualTo(0.7).Within(1e-12));
        Assert.That(d[2], Is.EqualTo(-3).Within(1e-12));
    }

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(double.NaN)]
    public void A_pair_without_positive_curvature_is_left_out(double y)
    {
        CurvaturePairs pairs = new(memory: 2);
        pairs.Add([1], [y]);
        Assert.That(pairs.IsEmpty);
    }

    [Test]
    public void Without_a_pair_the_direction_is_steepest_descent()
    {
        double[] d = new double[2];
        new CurvaturePairs(memory: 2).Direction([3, -4], d);
        Assert.That(d, Is.EqualTo(new double[] { -3, 4 }));
    }

    [Test]
    public void Of_more_pairs_than_it_remembers_the_newest_count()
    {
        CurvaturePairs few = new(memory: 1);
        few.Add([1, 0], [100, 0]);
        few.Add([0, 1], [0, 4]);
        double[] d = new double[2];
        few.Direction([1, 1], d);
        Assert.That(d, Is.EqualTo(new[] { -0.25, -0.25 }));
    }
}
