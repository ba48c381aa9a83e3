using Tiny.Nn.Layers;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Networks;

[TestFixture]
public sealed class LayerKindsTests
{
    private static IReadOnlyList<LayerDescription> Examples => LayerKinds.Examples;

    [Test]
    public void Every_description_of_the_library_is_listed()
    {
        IEnumerable<Type> descriptions = typeof(LayerDescription)
            .Assembly.GetTypes()
            .Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(LayerDescription)));
        Assert.That(
            Examples.Select(example => example.GetType()),
            Is.EquivalentTo(descriptions),
            "A kind of layer has a line in LayerKinds.cs, once."
        );
        Assert.That(Examples.Select(example => example.Kind), Is.Unique);
    }

    [TestCaseSource(nameof(Examples))]
    public void What_is_written_is_read(LayerDescription example) =>
        Assert.That(LayerKinds.Read(LayerKinds.Write(example)), Is.EqualTo(example));

    [TestCaseSource(nameof(Examples))]
    public void What_starts_has_a_state_that_makes_sense(LayerDescription example)
    {
        SequentialNetwork<float> network = Architecture.WithInputs(3).Add(example).Build<float>(new Generator(1));
        Assert.That(network.Layers.OfType<StatefulLayer<float>>().Select(layer => layer.StateFault), Is.All.Null);
        Assert.That(network.State.IsEmpty, Is.EqualTo(network.Layers is not [StatefulLayer<float>]));
    }
}
