using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Encodings;

/// <summary>A number as how far it has come through each of its bins.</summary>
[TestFixture]
public sealed class PiecewiseLinearTests
{
    private static readonly NumberFeature Feature = new("x");

    [TestCase(-1, 0, 0, 0)]
    [TestCase(0, 0, 0, 0)]
    [TestCase(0.25, 0.25, 0, 0)]
    [TestCase(2, 1, 0.5, 0)]
    [TestCase(6, 1, 1, 1)]
    [TestCase(8, 1, 1, 1)]
    [TestCase(double.NaN, 1, 1, 0.5)]
    public void It_fills_one_bin_after_the_other(double x, double first, double second, double third)
    {
        PiecewiseLinear bins = new(0, Feature, 4.5, [0, 1, 3, 6]);
        Matrix<double> encoded = new(3, 1);
        bins.Encode([x], 1, encoded, 0);
        Assert.That(encoded.Values.ToArray(), Is.EqualTo([first, second, third]).Within(1e-15));
    }

    [Test]
    public void Edges_are_quantiles_of_the_numbers_each_counted_once()
    {
        double[] cells = [1, 2, 3, 4, 5, double.NaN];
        Assert.That(PiecewiseLinear.Fit(0, Feature, 3, cells, 4)!.Edges, Is.EqualTo([1, 2, 3, 4, 5]));
        double[] ties = [0, 0, 0, 0, 0, 0, 7, 9];
        Assert.That(PiecewiseLinear.Fit(0, Feature, 0, ties, 4)!.Edges, Is.EqualTo([0, 1.75, 9]).Within(1e-12));
    }

    [Test]
    public void Too_few_different_numbers_have_no_bins()
    {
        Assert.That(PiecewiseLinear.Fit(0, Feature, 0, [3, 3, 3], 8), Is.Null);
        Assert.That(PiecewiseLinear.Fit(0, Feature, 0, [0, 1, 0, 1], 1), Is.Null);
        Assert.That(
            PiecewiseLinear.Fit(0, Feature, 0, [1, 1 + 2e-16, 1 + 4e-16, 2, 3], 4)!.Edges,
            Is.Ordered.And.Unique,
            "no bin is as narrow as a rounding error"
        );
    }

    [Test]
    public void They_stand_beside_the_number_and_are_not_scaled()
    {
        Matrix<double> cells = new(1, 5, [10, 20, 30, 40, 50]);
        TableEncoding encoding = TableEncoding.Fit([Feature], cells, new EncodingOptions { Bins = 2 });
        Matrix<double> inputs = new(3, 5);
        encoding.Apply(cells, inputs);
        Assert.That(inputs.Column(2).ToArray(), Is.EqualTo([0.0, 1, 0]).Within(1e-12));
        Assert.That(encoding.OutputNames, Is.EqualTo(["x", "x to 30", "x to 50"]));
        Assert.That(encoding.Amounts, Is.EqualTo([0]));
    }
}
