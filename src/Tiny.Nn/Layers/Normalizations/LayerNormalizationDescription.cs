using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>y = γ ∘ x̂ + β, where x̂ is x with mean 0 and variance 1 over the units of each sample.</summary>
/// <param name="Epsilon">ε, which is added to the variance; above 0.</param>
public sealed record LayerNormalizationDescription(double Epsilon = 1e-5) : LayerDescription
{
    internal const string Name = "layer_normalization";

    /// <summary>ε, which is added to the variance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Epsilon
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Epsilon);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings => [new("epsilon", Epsilon)];

    /// <inheritdoc/>
    public override bool KeepsUnits => true;

    internal static LayerNormalizationDescription Read(LayerSettings settings) => new(settings.Number(Name));

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(inputs, Parameters: 2L * inputs);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new LayerNormalization<T>(inputs, Epsilon, numbers.Parameters);

    /// <summary>γ starts at 1, β at 0.</summary>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator) =>
        new LayerNormalization<T>(inputs, Epsilon, numbers.Parameters).Scale.Values.Fill(T.One);
}
