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

    /// <summary>Model files and pages show them: their names are a promise.</summary>
    [Test]
    public void The_settings_of_a_layer_are_called_as_ever() =>
        Assert.That(
            Examples.Select(example => $"{example.Kind}: {string.Join(' ', example.Settings.Select(set => set.Name))}"),
            Is.EquivalentTo([
                "dense: units initializer",
                "activation: function",
                "dropout: rate schedule",
                "batch_normalization: epsilon momentum",
                "layer_normalization: epsilon",
                "ntk_dense: units initializer",
                "scaling: by",
                "parametric: function",
                "periodic: inputs frequencies width deviation",
                "category: inputs width",
            ])
        );

    [TestCaseSource(nameof(Examples))]
    public void What_is_written_is_read(LayerDescription example) =>
        Assert.That(LayerKinds.Read(LayerKinds.Write(example)), Is.EqualTo(example));

    /// <summary>A layer keeps units where each output hangs on the input of the same number: a change of one input reaches no other output.</summary>
    [TestCaseSource(nameof(Examples))]
    public void Units_are_kept_where_an_input_reaches_its_own_output_alone(LayerDescription example)
    {
        SequentialNetwork<double> network = Architecture.WithInputs(3).Add(example).Build<double>(new Generator(1));
        Matrix<double> before = network.Predict(new Matrix<double>(3, 1, [0.5, -0.25, 1]));
        Matrix<double> after = network.Predict(new Matrix<double>(3, 1, [0.5, -0.25, 0.125]));
        bool isKept = before.Rows == 3 && before[0, 0] == after[0, 0] && before[1, 0] == after[1, 0];
        bool isMeasured = example.Kind is "batch_normalization" or "layer_normalization";
        Assert.That(example.KeepsUnits, Is.EqualTo(isKept || isMeasured));
    }

    [TestCaseSource(nameof(Examples))]
    public void What_starts_has_a_state_that_makes_sense(LayerDescription example)
    {
        SequentialNetwork<float> network = Architecture.WithInputs(3).Add(example).Build<float>(new Generator(1));
        Assert.That(network.Layers.OfType<StatefulLayer<float>>().Select(layer => layer.StateFault), Is.All.Null);
        Assert.That(network.State.IsEmpty, Is.EqualTo(network.Layers is not [StatefulLayer<float>]));
    }
}
