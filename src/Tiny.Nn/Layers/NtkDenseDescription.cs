using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>y = W·x/√inputs + b, the neural tangent parametrization of a dense layer.</summary>
/// <param name="Units">How many outputs.</param>
/// <param name="Initializer">The initial values of W, with b = 0; null where both start as N(0, 1).</param>
public sealed record NtkDenseDescription(int Units, Initializer? Initializer = null) : LayerDescription
{
    internal const string Name = "ntk_dense";

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

    internal static NtkDenseDescription Read(LayerSettings settings) =>
        new(settings.Count(Name), settings.OptionalText("initializer") is { } name ? Initializer.Parse(name) : null);

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(Units, (long)Units * inputs + Units);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new NtkDense<T>(inputs, Units, numbers.Parameters);

    /// <summary>W, b ~ N(0, 1), whatever activation follows; or W as the initializer says, and b = 0.</summary>
    /// <inheritdoc/>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        if (Initializer is not null)
        {
            Initializer.Fill(new NtkDense<T>(inputs, Units, numbers.Parameters).W, generator);
            return;
        }
        foreach (ref T parameter in numbers.Parameters.Values)
        {
            parameter = T.CreateTruncating(generator.NextNormal());
        }
    }
}
