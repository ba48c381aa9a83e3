using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>y = f(x).</summary>
/// <param name="Activation">f.</param>
public sealed record ActivationDescription(Activation Activation) : LayerDescription
{
    internal const string Name = "activation";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings => [new("function", Activation.ToString())];

    /// <inheritdoc/>
    public override bool KeepsUnits => true;

    internal static ActivationDescription Read(LayerSettings settings) => new(Activation.Parse(settings.Text(Name)));

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(inputs);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new ActivationLayer<T>(inputs, Activation);

    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator) { }
}
