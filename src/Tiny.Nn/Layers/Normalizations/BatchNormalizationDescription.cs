using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>y = γ·x̂ + β, where x̂ is x with mean 0 and variance 1 over the batch, in prediction by running statistics.</summary>
/// <param name="Epsilon">ε, which is added to the variance; above 0.</param>
/// <param name="Momentum">The weight of a batch in the running statistics, in (0, 1].</param>
public sealed record BatchNormalizationDescription(double Epsilon = 1e-5, double Momentum = 0.1) : LayerDescription
{
    internal const string Name = "batch_normalization";
    private const string MomentumName = "momentum";

    /// <summary>ε, which is added to the variance.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Epsilon
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Epsilon);

    /// <summary>The weight of a batch in the running statistics.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Momentum
    {
        get;
        init => field = Within.PositiveShare(value);
    } = Within.PositiveShare(Momentum);

    /// <inheritdoc/>
    public override string Kind => Name;

    /// <inheritdoc/>
    public override IReadOnlyList<LayerSetting> Settings => [new("epsilon", Epsilon), new(MomentumName, Momentum)];

    /// <inheritdoc/>
    public override bool KeepsUnits => true;

    internal static BatchNormalizationDescription Read(LayerSettings settings) =>
        new(settings.Number(Name), settings.Number(MomentumName));

    /// <inheritdoc/>
    public override LayerSize Size(int inputs) => new(inputs, Parameters: 2L * inputs, State: 2L * inputs);

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, LayerNumbers<T> numbers) =>
        new BatchNormalization<T>(inputs, Epsilon, Momentum, numbers);

    /// <summary>γ and the running variance start at 1, β and the running mean at 0.</summary>
    public override void Start<T>(int inputs, LayerNumbers<T> numbers, Activation following, Generator generator)
    {
        BatchNormalization<T> layer = new(inputs, Epsilon, Momentum, numbers);
        layer.Scale.Values.Fill(T.One);
        layer.Variance.Values.Fill(T.One);
    }
}
