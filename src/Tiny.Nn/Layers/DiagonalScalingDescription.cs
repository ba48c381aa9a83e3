using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>y = s ∘ x, a learnable factor for each unit; s starts at 1.</summary>
public sealed record DiagonalScalingDescription : LayerDescription
{
    internal const string Name = "scaling";

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings => [new("by", "unit")];

    /// <inheritdoc/>
    public override bool KeepsUnits => true;

    internal static DiagonalScalingDescription Read(LayerSettings settings) =>
        settings.Text(Name) == "unit"
            ? new DiagonalScalingDescription()
            : throw new FormatException($"A {Name} layer scales by unit.");

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(inputs, Parameters: inputs);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new DiagonalScaling<T>(inputs, numbers.Parameters);

    /// <summary>s starts at 1.</summary>
    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator) =>
        numbers.Parameters.Values.Fill(T.One);
}
