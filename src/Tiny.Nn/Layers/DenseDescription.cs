using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>y = W·x + b.</summary>
/// <param name="Units">How many outputs.</param>
/// <param name="Initializer">The initial values of W; null for those that suit the activation that follows. b starts at 0.</param>
public sealed record DenseDescription(int Units, Initializer? Initializer = null) : LayerDescription
{
    internal const string Name = "dense";

    /// <summary>How many outputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Units
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Units);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings =>
        Initializer is null ? [new("units", Units)] : [new("units", Units), new("initializer", Initializer.Name)];

    /// <inheritdoc/>
    public override bool KeepsUnits => false;

    internal static DenseDescription Read(LayerSettings settings) =>
        new(settings.Count(Name), settings.OptionalText("initializer") is { } name ? Initializer.Parse(name) : null);

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(Units, (long)Units * inputs + Units);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new Dense<T>(inputs, Units, numbers.Parameters);

    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator)
    {
        Dense<T> dense = new(inputs, Units, numbers.Parameters);
        (Initializer ?? following.DefaultInitializer).Fill(dense.W, generator);
        if (Initializer is null && following.DefaultInitializer == Initializer.HeNormal)
        {
            FewInputs.SpreadBends(dense.B, inputs, generator);
        }
    }
}
