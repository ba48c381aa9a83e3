using System.Text.Json.Nodes;
using Tiny.Nn.Activations;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Files;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tests.Files;

namespace Tiny.Nn.Tabular.Tests.Models;

/// <summary>Normalization layers in a model file: their settings, parameters and state; and what is no such thing.</summary>
[TestFixture]
public sealed class ModelFileNormalizationTests
{
    [Test]
    public void Its_settings_stand_under_the_name_of_the_kind()
    {
        JsonNode document = JsonNode.Parse(Safetensors.Read(Examples.Written(Normalized())).Text("tinynn"))!;
        Assert.That(
            document["network"]!["layers"]!.ToJsonString(),
            Is.EqualTo(
                """[{"dense":2},{"batch_normalization":0.001,"momentum":0.25},{"activation":"relu"},{"layer_normalization":1E-05},{"dense":3},{"activation":"softmax"}]"""
            )
        );
        Assert.That((int)document["format"]!, Is.EqualTo(2));
    }

    [Test]
    public void Parameters_and_state_are_tensors_of_their_own()
    {
        SafetensorsFile file = Safetensors.Read(Examples.Written(Normalized()));
        Assert.That(file.Values<float>("1.scale", 2).ToArray(), Is.EqualTo([1f, 1]));
        Assert.That(file.Values<float>("1.shift", 2).ToArray(), Is.EqualTo([0f, 0]));
        Assert.That(file.Values<float>("1.mean", 2).ToArray(), Is.EqualTo([-1f, 2]));
        Assert.That(file.Values<float>("1.variance", 2).ToArray(), Is.EqualTo([0.5f, 3]));
        Assert.That(file.Tensors.Select(tensor => tensor.Name), Does.Contain("3.scale").And.Not.Contain("3.mean"));
    }

    [Test]
    public void What_is_read_predicts_by_the_same_statistics()
    {
        Model<float> model = Normalized();
        Model<float> read = Examples.Read<float>(Examples.Written(model));
        Assert.That(read.Network.State.ToDoubles(), Is.EqualTo([-1.0, 2, 0.5, 3]));
        Assert.That(read.Predict([1, 2, 3]), Is.EqualTo(model.Predict([1, 2, 3])));
    }

    [TestCase("1.variance", new[] { 0.5f, -1e-6f })]
    [TestCase("1.variance", new[] { 0.5f, float.NaN })]
    [TestCase("1.mean", new[] { 0.5f, float.PositiveInfinity })]
    [TestCase("1.mean", new[] { 0.5f })]
    [TestCase("1.scale", new[] { 0.5f, float.NaN })]
    public void Numbers_that_no_training_leaves_are_refused(string name, float[] values)
    {
        SafetensorsFile file = Safetensors.Read(Examples.Written(Normalized()));
        Tensor<float> changed = new(name, [values.Length], values);
        IEnumerable<Tensor> tensors = file.Tensors.Select(tensor => tensor.Name == name ? changed : tensor);
        Assert.That(Measured.Refusal(Safetensors.Written(new SafetensorsFile(file.Metadata, tensors))), Is.Not.Null);
    }

    [Test]
    public void What_is_wrong_with_a_state_is_said_by_its_layer()
    {
        Model<float> model = Normalized();
        model.Network.State[3, 0] = -1;
        ModelFormatException refusal = Measured.Refusal(Examples.Written(model))!;
        Assert.That(refusal.What, Is.EqualTo("The state of layer 1 makes no sense: a variance is negative."));
    }

    [TestCase("""{"batch_normalization":0.001}""", "momentum")]
    [TestCase("""{"batch_normalization":0,"momentum":0.1}""", "above 0")]
    [TestCase("""{"batch_normalization":0.001,"momentum":1.5}""", "(0, 1]")]
    [TestCase("""{"batch_normalization":1e999,"momentum":0.1}""", "batch_normalization")]
    [TestCase("""{"batch_normalization":"0.001","momentum":0.1}""", "no number")]
    [TestCase("""{"layer_normalization":0.001,"momentum":0.1}""", "momentum")]
    [TestCase("""{"layer_normalization":0.001,"batch_normalization":0.001,"momentum":0.1}""", "of two")]
    [TestCase("""{"momentum":0.1}""", "no known kind")]
    [TestCase("""{"dense":2.5}""", "whole number")]
    [TestCase("""{"dense":"2"}""", "whole number")]
    [TestCase("""{"dense":2,"initializer":1}""", "initializer")]
    [TestCase("""{"activation":1}""", "activation")]
    [TestCase("""{"dropout":0.5,"seed":1}""", "seed")]
    [TestCase("""{"dropout":null}""", "neither")]
    public void A_layer_that_makes_no_sense_is_refused_with_a_reason(string layer, string reason) =>
        Assert.That(Measured.Refusal(Documents.With("network.layers.0", layer))!.What, Does.Contain(reason));

    [Test]
    public void A_setting_given_twice_is_refused()
    {
        string text = Safetensors.Read(Examples.Written(Examples.Small())).Text("tinynn");
        string twice = text.Replace("""{"dense":2}""", """{"dense":2,"dense":2}""", StringComparison.Ordinal);
        Assert.That(twice, Is.Not.EqualTo(text));
        Assert.That(Measured.Refusal(Documents.WithText(twice))!.What, Does.Contain("twice"));
    }

    [Test]
    public void A_network_without_layers_is_refused_as_such() =>
        Assert.That(Measured.Refusal(Documents.With("network.layers", "[]"))!.What, Does.Contain("no layers"));

    private static Model<float> Normalized()
    {
        Architecture architecture = Architecture
            .WithInputs(3)
            .Dense(2)
            .BatchNormalization(epsilon: 0.001, momentum: 0.25)
            .Activation(Activation.Relu)
            .LayerNormalization()
            .Dense(3, Activation.Softmax);
        SequentialNetwork<float> network = architecture.Build<float>(new Generator(1));
        Matrices.Column<float>(-1, 2, 0.5, 3).CopyTo(network.State);
        Model<float> model = Examples.Model<float>(architecture, Examples.Classes(3));
        return new Model<float>(model.Encoding, network, model.Target, model.Provenance);
    }
}
