using System.Numerics;
using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Layers;

[TestFixture(typeof(float))]
[TestFixture(typeof(double))]
public sealed class DiagonalScalingTests<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    [Test]
    public void By_hand()
    {
        DiagonalScaling<T> layer = new(3, Matrices.Column<T>(2, -1, 0.5));
        Pass<T> pass = new(Matrices.Rows<T>([1, 2], [3, 4], [5, 6]), new(3, 2));
        layer.Forward(in pass, new Generator(0));
        Assert.That(pass.Y.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([2, 4], [-3, -4], [2.5, 3]).ToDoubles()));

        Matrix<T> dx = new(3, 2);
        Matrix<T> gradient = new(3, 1);
        gradient.Values.Fill(T.NaN);
        layer.Backward(in pass, Matrices.Rows<T>([1, 0], [0, 1], [1, 1]), dx, gradient);
        Assert.That(dx.ToDoubles(), Is.EqualTo(Matrices.Rows<T>([2, 0], [0, -1], [0.5, 0.5]).ToDoubles()));
        Assert.That(gradient.ToDoubles(), Is.EqualTo(new[] { 1.0, 4, 11 }));
    }

    [Test]
    public void It_starts_as_the_identity_and_its_block_is_a_scale()
    {
        SequentialNetwork<T> network = Architecture
            .WithInputs(3)
            .Add(new DiagonalScalingDescription())
            .Build<T>(new Generator(1));
        Matrix<T> x = TestNumbers.Matrix<T>(3, 4);
        Bits.AssertSame<T>(network.Predict(x).Values, x.Values, "prediction");
        Assert.That(network.Blocks, Is.EqualTo([new ParameterBlock("0.scale", ParameterRole.Scale, 0, 3, 1)]));
    }

    [Test]
    public void Another_way_of_scaling_is_refused() =>
        Assert.That(
            () => LayerKinds.Read([new("scaling", "batch")]),
            Throws.TypeOf<FormatException>().With.Message.EqualTo("A scaling layer scales by unit.")
        );
}
