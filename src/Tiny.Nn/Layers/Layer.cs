using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>
/// One step of a network, y = f(x; θ). A layer holds its parameters θ and nothing of a run: what a run needs is passed in,
/// so any number of threads may predict with one layer at a time.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>How many numbers go in per sample.</summary>
    public abstract int Inputs { get; }

    /// <summary>How many numbers come out per sample.</summary>
    public abstract int Outputs { get; }

    /// <summary>What the parameters are, in the order in which they lie in θ.</summary>
    public abstract IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>How many numbers per sample <see cref="Forward"/> wants to keep for <see cref="Backward"/>, apart from x and y.</summary>
    public abstract int MemoryPerSample { get; }

    /// <summary>y = f(x; θ), as a trained network answers: nothing random, nothing kept.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="y">Receives the result, outputs × samples.</param>
    public abstract void Predict(Matrix<T> x, Matrix<T> y);

    /// <summary>y = f(x; θ) in a training step.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="y">Receives the result, outputs × samples.</param>
    /// <param name="memory">Receives what <see cref="Backward"/> needs to know, <see cref="MemoryPerSample"/> × samples.</param>
    /// <param name="generator">Where random numbers come from, if the layer draws any.</param>
    public abstract void Forward(Matrix<T> x, Matrix<T> y, Matrix<T> memory, Generator generator);

    /// <summary>dx = (∂y/∂x)ᵀ·dy and dθ = (∂y/∂θ)ᵀ·dy. Both are overwritten, never added to.</summary>
    /// <param name="x">What went in: inputs × samples.</param>
    /// <param name="y">What came out: outputs × samples.</param>
    /// <param name="memory">What <see cref="Forward"/> left.</param>
    /// <param name="dy">The loss's derivative by y: outputs × samples. It may be destroyed.</param>
    /// <param name="dx">Receives the loss's derivative by x, inputs × samples; empty where nobody wants it.</param>
    /// <param name="gradient">Receives the loss's derivative by θ: parameters × 1.</param>
    public abstract void Backward(
        Matrix<T> x,
        Matrix<T> y,
        Matrix<T> memory,
        Matrix<T> dy,
        Matrix<T> dx,
        Matrix<T> gradient
    );
}
