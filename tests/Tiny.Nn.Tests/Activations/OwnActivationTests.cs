using Tiny.Nn.Activations;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Tests.Activations;

/// <summary>An activation of a user's own is known under its name once it is registered.</summary>
public sealed class OwnActivationTests
{
    [Test]
    public void What_is_registered_is_read_by_its_name_and_takes_no_parameter()
    {
        Activation square = Activation.Elementwise(new Square());
        Assert.That(square.ToString(), Is.EqualTo(nameof(Square)), "until then it is called as its type");
        Activation.Register("square-of-tests", square);
        Assert.That(Activation.Parse("square-of-tests"), Is.EqualTo(square));
        Assert.That(square.ToString(), Is.EqualTo("square-of-tests"));
        Assert.That(
            () => Activation.Parse("square-of-tests:2"),
            Throws.TypeOf<FormatException>().With.Message.Contain("takes no parameter")
        );
    }

    private readonly record struct Square : IActivationFormula
    {
        public IReadOnlyList<double> Kinks => [];

        public V Value<V>(V z)
            where V : struct, ILanes<V> => z * z;

        public V Derivative<V>(V z, V a)
            where V : struct, ILanes<V> => z + z;
    }
}
