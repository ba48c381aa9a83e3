using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>y = x + α ∘ (σ(x) − x), a learnable α for each unit; α starts at 1, where y = σ(x).</summary>
/// <param name="Activation">σ, a function of each number alone: any but softmax.</param>
public sealed record ParametricActivationDescription(Activation Activation) : LayerDescription
{
    internal const string Name = "parametric";

    /// <summary>σ.</summary>
    /// <exception cref="ArgumentException">It is softmax, whose outputs depend on all units at once.</exception>
    public Activation Activation
    {
        get;
        init => field = Elementwise(value);
    } = Elementwise(Activation);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings => [new("function", Activation.ToString())];

    /// <inheritdoc/>
    public override bool KeepsUnits => true;

    internal static ParametricActivationDescription Read(LayerSettings settings) =>
        new(Activation.Parse(settings.Text(Name)));

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(inputs, Parameters: inputs);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new ParametricActivation<T>(inputs, Activation, numbers.Parameters);

    /// <summary>α starts at 1.</summary>
    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator) =>
        numbers.Parameters.Values.Fill(T.One);

    private static Activation Elementwise(Activation activation)
    {
        ArgumentNullException.ThrowIfNull(activation);
        return activation is Softmax
            ? throw new ArgumentException("A parametric activation acts on each unit alone, and softmax does not.")
            : activation;
    }
}
