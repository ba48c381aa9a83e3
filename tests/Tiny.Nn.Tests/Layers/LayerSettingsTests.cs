using Tiny.Nn.Layers;
using Tiny.Nn.Layers.Normalizations;
using Tiny.Nn.Networks;

namespace Tiny.Nn.Tests.Layers;

/// <summary>What a file says of a layer, and what a layer says of itself.</summary>
internal sealed class LayerSettingsTests
{
    private static readonly LayerSettings Given = new([
        new("units", 16),
        new("rate", 0.5),
        new("far", double.PositiveInfinity),
        new("initializer", "he-normal"),
    ]);

    [Test]
    public void Settings_are_read_by_name_and_kind()
    {
        Assert.That(Given.Count("units"), Is.EqualTo(16));
        Assert.That(Given.Number("rate"), Is.EqualTo(0.5));
        Assert.That(Given.Text("initializer"), Is.EqualTo("he-normal"));
        Assert.That(Given.OptionalText("other"), Is.Null);
    }

    private static TestCaseData Refused(string name, Func<LayerSettings, object?> read, string message) =>
        new TestCaseData(read, message).SetArgDisplayNames(name);

    private static readonly TestCaseData[] Faults =
    [
        Refused(
            "a_fraction_of_units",
            given => given.Count("rate"),
            "The setting \"rate\" of a layer is no whole number."
        ),
        Refused(
            "a_name_for_a_count",
            given => given.Count("initializer"),
            "The setting \"initializer\" of a layer is no whole number."
        ),
        Refused("an_infinite_number", given => given.Number("far"), "The setting \"far\" of a layer is no number."),
        Refused(
            "a_name_for_a_number",
            given => given.Number("initializer"),
            "The setting \"initializer\" of a layer is no number."
        ),
        Refused("a_number_for_a_name", given => given.Text("units"), "The setting \"units\" of a layer is a number."),
        Refused("a_missing_count", given => given.Count("depth"), "The setting \"depth\" of a layer is missing."),
        Refused("a_missing_name", given => given.Text("depth"), "The setting \"depth\" of a layer is missing."),
    ];

    [TestCaseSource(nameof(Faults))]
    public void What_is_wrong_with_a_setting_is_said_with_its_name(Func<LayerSettings, object?> read, string message) =>
        Assert.That(() => read(Given), Throws.TypeOf<FormatException>().With.Message.EqualTo(message));

    [Test]
    public void What_nobody_asked_for_is_refused()
    {
        LayerSettings settings = new([new("units", 16), new("colour", "red")]);
        settings.Count("units");
        Assert.That(
            settings.RequireNoOther,
            Throws
                .TypeOf<FormatException>()
                .With.Message.EqualTo("A layer has no setting \"colour\", or not of this kind.")
        );
        settings.OptionalText("colour");
        Assert.That(settings.RequireNoOther, Throws.Nothing);
    }

    [Test]
    public void A_layer_of_two_kinds_or_none_is_no_layer()
    {
        LayerSetting[][] unclear =
        [
            [new("dense", 3), new("dropout", 0.5)],
            [new("units", 3)],
            [],
        ];
        foreach (LayerSetting[] settings in unclear)
        {
            Assert.That(
                () => LayerKinds.Read(settings),
                Throws.TypeOf<FormatException>().With.Message.EqualTo("A layer is of no known kind, or of two.")
            );
        }
    }

    [Test]
    public void Layers_and_their_parts_say_what_they_are()
    {
        Assert.That($"{new LayerSetting("units", 16)}", Is.EqualTo("units 16"));
        Assert.That($"{new DenseDescription(16)}", Is.EqualTo("dense, units 16"));
        Assert.That($"{new DropoutDescription(0.5)}", Is.EqualTo("dropout, rate 0.5"));
        Assert.That($"{new LayerSize(3, 4, 5)}", Is.EqualTo("3 outputs, 4 parameters, 5 state values"));
        Assert.That($"{new ParameterBlock("weights", ParameterRole.Weight, 0, 2, 3)}", Is.EqualTo("weights: 2 × 3"));
    }

    [TestCase(1.0, null)]
    [TestCase(0.0, null)]
    [TestCase(-1e-9, "a variance is negative")]
    [TestCase(double.NaN, "a variance is negative")]
    public void A_normalization_knows_an_impossible_variance(double variance, string? fault)
    {
        SequentialNetwork<double> network = Architecture
            .WithInputs(2)
            .Add(new BatchNormalizationDescription())
            .BuildUninitialized<double>();
        network.State.Values.Fill(1);
        network.State[3, 0] = variance;
        Assert.That(((StatefulLayer<double>)network.Layers[0]).StateFault, Is.EqualTo(fault));
    }
}
