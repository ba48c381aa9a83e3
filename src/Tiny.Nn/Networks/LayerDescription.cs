using System.Numerics;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Layers;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Networks;

/// <summary>A layer as a description: what it is, before it has numbers.</summary>
public abstract record LayerDescription
{
    /// <summary>How many numbers come out per sample when so many go in.</summary>
    public abstract int Outputs(int inputs);

    /// <summary>How many parameters it has when so many numbers go in.</summary>
    public abstract long ParameterCount(int inputs);

    /// <summary>The layer itself, with its parameters in the given place.</summary>
    /// <param name="inputs">How many numbers go in per sample.</param>
    /// <param name="parameters">Where θ lies: parameters × 1.</param>
    public abstract Layer<T> Build<T>(int inputs, Matrix<T> parameters)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>y = W·x + b.</summary>
/// <param name="Units">How many outputs.</param>
/// <param name="Initializer">How W starts; null for what suits the activation that follows. b starts at 0.</param>
public sealed record DenseDescription(int Units, Initializer? Initializer = null) : LayerDescription
{
    /// <summary>How many outputs.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public int Units
    {
        get;
        init => field = Within.Positive(value);
    } = Within.Positive(Units);

    /// <inheritdoc/>
    public override int Outputs(int inputs) => Units;

    /// <inheritdoc/>
    public override long ParameterCount(int inputs) => (long)Units * inputs + Units;

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, Matrix<T> parameters) => new Dense<T>(inputs, Units, parameters);
}

/// <summary>y = f(x).</summary>
/// <param name="Activation">f.</param>
public sealed record ActivationDescription(Activation Activation) : LayerDescription
{
    /// <inheritdoc/>
    public override int Outputs(int inputs) => inputs;

    /// <inheritdoc/>
    public override long ParameterCount(int inputs) => 0;

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, Matrix<T> parameters) => new ActivationLayer<T>(inputs, Activation);
}

/// <summary>Leaves out a share of the units in each training step.</summary>
/// <param name="Rate">The share, in [0, 1).</param>
public sealed record DropoutDescription(double Rate) : LayerDescription
{
    /// <summary>The share of units that a step leaves out.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside its range.</exception>
    public double Rate
    {
        get;
        init => field = Within.Share(value);
    } = Within.Share(Rate);

    /// <inheritdoc/>
    public override int Outputs(int inputs) => inputs;

    /// <inheritdoc/>
    public override long ParameterCount(int inputs) => 0;

    /// <inheritdoc/>
    public override Layer<T> Build<T>(int inputs, Matrix<T> parameters) => new Dropout<T>(inputs, Rate);
}
