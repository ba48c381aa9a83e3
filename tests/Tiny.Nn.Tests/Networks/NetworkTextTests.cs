using Tiny.Nn.Activations;
using Tiny.Nn.Layers;
using Tiny.Nn.Losses;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Networks;

/// <summary>What networks say of themselves, and of layers that no file has a name for.</summary>
public sealed class NetworkTextTests
{
    private static readonly Architecture Small = Architecture.WithInputs(2).Dense(3, Activation.Tanh);

    /// <summary>A dense layer that calls itself something else.</summary>
    private sealed record Doubled(int Units) : LayerDescription
    {
        public override string Kind => "doubled";

        public override IReadOnlyList<LayerSetting> Settings => [new("units", Units), new("note", "mine")];

        public override bool KeepsUnits => false;

        public override LayerSize Size(int inputs) => new(Units);

        public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) => throw new NotSupportedException();

        public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator) =>
            throw new NotSupportedException();
    }

    [Test]
    public void A_network_tells_its_architecture_and_type()
    {
        Assert.That($"{Small.BuildUninitialized<float>()}", Is.EqualTo($"{Small}, 9 parameters of float"));
        Assert.That($"{Small.BuildUninitialized<double>()}", Is.EqualTo($"{Small}, 9 parameters of double"));
        Assert.That($"{new Matrix<float>(2, 3).Transposed}", Is.EqualTo("3 × 2 matrix of Single, transposed"));
    }

    [Test]
    public void Fused_losses_tell_that_they_take_logits()
    {
        Assert.That(new SigmoidBinaryCrossEntropy().Name, Is.EqualTo("binary-cross-entropy from logits"));
        Assert.That(new SoftmaxCrossEntropy().Name, Is.EqualTo("cross-entropy from logits"));
        Assert.That(new Huber(1.5).Kinks, Is.EqualTo(new[] { -1.5, 1.5 }));
    }

    [Test]
    public void A_layer_of_ones_own_has_no_name_in_a_file() =>
        Assert.That(
            () => LayerKinds.Write(new Doubled(4)),
            Throws
                .ArgumentException.With.Message.Contains("no name in a file: doubled, units 4, note mine. ")
                .And.Message.EndsWith("Register an activation under a name before saving: Activation.Register.")
        );

    [Test]
    public void A_workspace_without_a_forward_pass_has_nothing_to_go_back_from()
    {
        SequentialNetwork<float> network = Small.BuildUninitialized<float>();
        Workspace<float> workspace = network.CreateWorkspace(1);
        Assert.That(
            () => network.Backward(workspace, new Matrix<float>(2, 1)),
            Throws.InvalidOperationException.With.Message.Contains("There was no forward pass")
        );
    }
}
