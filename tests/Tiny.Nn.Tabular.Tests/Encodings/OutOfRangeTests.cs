using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Scales;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tests.Encodings;

public sealed class FarCellsTests
{
    private static readonly Feature[] Schema =
    [
        new CategoryFeature("kind", ["p", "q", "r"]),
        new NumberFeature("a"),
        new NumberFeature("same"),
        new NumberFeature("b"),
    ];

    private static readonly Matrix<double> Cells = new(4, 3, [0, 1, 7, 100, 1, 2, 7, 200, 2, 3, 7, 300]);

    [TestCase(ScalingKind.Standard)]
    [TestCase(ScalingKind.MinMax)]
    [TestCase(ScalingKind.Robust)]
    [TestCase(ScalingKind.Quantile)]
    public void The_first_number_beyond_a_thousand_spreads_is_found(ScalingKind kind)
    {
        OutOfRange far = Far(kind);
        Assert.Multiple(() =>
        {
            Assert.That(far.Find([0, 2, 7, 200]), Is.Null);
            Assert.That(far.Find([0, 500, 7, 60_000]), Is.Null);
            Assert.That(far.Find([0, 4000, 7, -1e30f]), Is.EqualTo(1));
            Assert.That(far.Find([0, 2, 7, -1e30f]), Is.EqualTo(3));
            Assert.That(far.Find([0, -4000, 7, 200]), Is.EqualTo(1));
        });
    }

    [Test]
    public void Holes_categories_and_what_was_always_the_same_are_never_far() =>
        Assert.That(Far(ScalingKind.Standard).Find([-1, double.NaN, 1e30f, 200]), Is.Null);

    [Test]
    public void Without_scaling_nothing_is_known() =>
        Assert.That(Far(ScalingKind.None).Find([0, 1e30f, 7, 200]), Is.Null);

    private static OutOfRange Far(ScalingKind kind) =>
        new(TableEncoding.Fit(Schema, Cells, new EncodingOptions { Scaling = kind }));
}
