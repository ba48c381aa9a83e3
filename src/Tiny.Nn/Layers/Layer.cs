using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>
/// One step of a network, y = f(x; θ). A layer holds its parameters θ but no intermediate results: those are passed in,
/// so any number of threads may predict with one layer at the same time.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The number of inputs per sample.</summary>
    public abstract int Inputs { get; }

    /// <summary>The number of outputs per sample.</summary>
    public abstract int Outputs { get; }

    /// <summary>The parameter matrices, in the order in which they are stored in θ.</summary>
    public abstract IReadOnlyList<ParameterBlock> Blocks { get; }

    /// <summary>How many numbers per sample <see cref="Forward"/> keeps for <see cref="Backward"/>, apart from x and y.</summary>
    public abstract int MemoryPerSample { get; }

    /// <summary>How many numbers per batch <see cref="Forward"/> keeps for <see cref="Backward"/>.</summary>
    public abstract int MemoryPerBatch { get; }

    /// <summary>
    /// The layer in inference mode: a layer on the same parameters and state whose <see cref="Forward"/> computes what
    /// <see cref="Predict"/> computes, to the bit, without random numbers or statistics of the batch. The layer itself where the two are
    /// the same; never a <see cref="StatefulLayer{T}"/>, since in inference nothing is measured, and its <see cref="Frozen"/> is itself.
    /// </summary>
    public abstract Layer<T> Frozen { get; }

    /// <summary>y = f(x; θ) in inference: nothing random, nothing kept.</summary>
    /// <param name="x">Inputs × samples.</param>
    /// <param name="y">Receives the result, outputs × samples.</param>
    public abstract void Predict(Matrix<T> x, Matrix<T> y);

    /// <summary>y = f(x; θ) in a training step. It changes neither parameters nor state.</summary>
    /// <param name="pass">X is read; Y, Memory and BatchMemory are written.</param>
    /// <param name="generator">The source of random numbers, if the layer draws any.</param>
    public abstract void Forward(in Pass<T> pass, Generator generator);

    /// <summary>dx = (∂y/∂x)ᵀ·dy and dθ = (∂y/∂θ)ᵀ·dy. Both are overwritten, never added to.</summary>
    /// <param name="pass">What <see cref="Forward"/> read and wrote.</param>
    /// <param name="dy">The derivative of the loss by y: outputs × samples. It may be destroyed.</param>
    /// <param name="dx">Receives the derivative of the loss by x, inputs × samples; pass an empty matrix to skip it.</param>
    /// <param name="gradient">Receives the derivative of the loss by θ: parameters × 1.</param>
    public abstract void Backward(in Pass<T> pass, Matrix<T> dy, Matrix<T> dx, Matrix<T> gradient);
}
