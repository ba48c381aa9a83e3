using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Curves;

namespace Tiny.Nn.Teaching.Tests.Curves;

public sealed class PlaneTests
{
    private static readonly Feature[] Schema =
    [
        new NumberFeature("a"),
        new CategoryFeature("b", ["x", "y", "z"]),
        new NumberFeature("c"),
        new DateFeature("d"),
        new NumberFeature("e"),
    ];

    [Test]
    public void Other_columns_stand_at_their_median_or_most_frequent_level()
    {
        Matrix<double> cells = new(
            5,
            5,
            [1, 2, 9, 10, NaN, 2, 0, 8, 30, NaN, 3, 2, NaN, 20, NaN, 4, 0, 6, 40, NaN, 5, NaN, 7, NaN, NaN]
        );
        ColumnPlane plane = ColumnPlane.Fit(Schema, cells, 0, 2);
        Assert.That(plane.Typical[1], Is.Zero, "both 0 and 2 twice: the first in order");
        Assert.That(plane.Typical[2], Is.EqualTo(7.5));
        Assert.That(plane.Typical[3], Is.EqualTo(25), "the mean of the middle two");
        Assert.That(plane.Typical[4], Is.NaN, "nothing is known");
        Matrix<double> placed = plane.Place([(100, 200), (-1, -2)]);
        Assert.That(placed.Column(0).ToArray(), Is.EqualTo(new[] { 100, 0, 200, 25, NaN }));
        Assert.That(placed.Column(1).ToArray(), Is.EqualTo(new[] { -1, 0, -2, 25, NaN }));
    }

    [Test]
    public void One_column_makes_no_plane() =>
        Assert.That(() => ColumnPlane.Fit(Schema, new Matrix<double>(5, 2), 1, 1), Throws.ArgumentException);

    [Test]
    public void Samples_of_a_plane_lie_in_it()
    {
        Generator generator = new(3);
        double[] u = [2 / 3.0, 1 / 3.0, 2 / 3.0];
        double[] v = [-2 / 3.0, 2 / 3.0, 1 / 3.0];
        Matrix<double> inputs = new(3, 200);
        for (int i = 0; i < 200; i++)
        {
            (double p, double q) = (5 * generator.NextNormal(), generator.NextNormal());
            for (int row = 0; row < 3; row++)
            {
                inputs[row, i] = 1 + row + p * u[row] + q * v[row];
            }
        }
        PrincipalPlane plane = PrincipalPlane.Fit(inputs);
        double along = Enumerable.Range(0, 3).Sum(row => plane.Directions[row, 0] * u[row]);
        Assert.That(Math.Abs(along), Is.GreaterThan(0.99));
        Assert.That(plane.VarianceShares[0] + plane.VarianceShares[1], Is.EqualTo(1).Within(1e-12));
        Assert.That(plane.VarianceShares[0], Is.GreaterThan(0.9));
        Matrix<double> back = plane.Place(plane.Project(inputs));
        Assert.That(back.Values.ToArray(), Is.EqualTo(inputs.Values.ToArray()).Within(1e-10));
    }

    [Test]
    public void Directions_are_orthonormal_with_their_largest_number_positive()
    {
        Generator generator = new(8);
        Matrix<double> inputs = new(6, 40);
        foreach (ref double x in inputs.Values)
        {
            x = generator.NextNormal();
        }
        PrincipalPlane plane = PrincipalPlane.Fit(inputs);
        double Inner(int a, int b) =>
            Enumerable.Range(0, 6).Sum(row => plane.Directions[row, a] * plane.Directions[row, b]);
        Assert.That(Inner(0, 0), Is.EqualTo(1).Within(1e-12));
        Assert.That(Inner(1, 1), Is.EqualTo(1).Within(1e-12));
        Assert.That(Inner(0, 1), Is.Zero.Within(1e-12));
        for (int k = 0; k < 2; k++)
        {
            Assert.That(plane.Directions.Column(k).ToArray().MaxBy(Math.Abs), Is.Positive);
        }
    }

    [Test]
    public void Too_few_inputs_or_samples_have_no_plane()
    {
        Assert.That(() => PrincipalPlane.Fit(new Matrix<double>(1, 5)), Throws.ArgumentException);
        Assert.That(() => PrincipalPlane.Fit(new Matrix<double>(5, 1)), Throws.ArgumentException);
    }

    [Test]
    public void A_contour_of_a_cone_is_a_circle()
    {
        double[,] values = new double[41, 41];
        for (int x = 0; x < 41; x++)
        {
            for (int y = 0; y < 41; y++)
            {
                values[x, y] = Math.Sqrt((x - 20) * (x - 20) + (y - 20) * (y - 20));
            }
        }
        double length = 0;
        foreach (((double x1, double y1), (double x2, double y2)) in Contour.Find(values, 12.3))
        {
            Assert.That(Math.Sqrt((x1 - 20) * (x1 - 20) + (y1 - 20) * (y1 - 20)), Is.EqualTo(12.3).Within(0.02));
            length += Math.Sqrt((x1 - x2) * (x1 - x2) + (y1 - y2) * (y1 - y2));
        }
        Assert.That(length, Is.EqualTo(Math.Tau * 12.3).Within(0.1));
    }

    [Test]
    public void A_contour_passes_over_what_is_no_number_and_a_flat_place_has_none()
    {
        Assert.That(
            Contour.Find(
                new[,]
                {
                    { 0, double.NaN },
                    { 1, 1 },
                },
                0.5
            ),
            Is.Empty
        );
        Assert.That(Contour.Find(new double[5, 5], 0.5), Is.Empty);
    }

    private const double NaN = double.NaN;
}
