using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Activations;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>
/// y = f(x), an activation as a layer
/// dx = (∂f/∂x)ᵀ·dy
/// </summary>
/// <param name="units">Inputs, and outputs.</param>
/// <param name="activation">f.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ActivationLayer<T>(int units, Activation activation) : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    // A generic virtual method is looked up at every call; these were looked up once.
    private readonly Action<Matrix<T>, Matrix<T>> forward = activation.Forward;
    private readonly Action<Matrix<T>, Matrix<T>, Matrix<T>, Matrix<T>> backward = activation.Backward;

    /// <summary>f.</summary>
    public Activation Activation { get; } = activation;

    /// <inheritdoc/>
    public override int Inputs => units;

    /// <inheritdoc/>
    public override int Outputs => units;

    /// <inheritdoc/>
    public override IReadOnlyList<ParameterBlock> Blocks => [];

    /// <inheritdoc/>
    public override int MemoryPerSample => 0;

    /// <inheritdoc/>
    public override int MemoryPerBatch => 0;

    /// <inheritdoc/>
    public override Layer<T> Frozen => this;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Predict(Matrix<T> x, Matrix<T> y) => forward(x, y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Forward(in Pass<T> pass, Generator generator) => Predict(pass.X, pass.Y);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient)
    {
        if (!dx.IsEmpty)
        {
            backward(pass.X, pass.Y, dy, dx);
        }
    }
}
