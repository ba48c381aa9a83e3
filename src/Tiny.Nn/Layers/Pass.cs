using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>What one layer computes in a training step, kept from the forward to the backward pass.</summary>
/// <param name="X">The input: inputs × samples.</param>
/// <param name="Y">The output: outputs × samples.</param>
/// <param name="Memory">What the layer keeps of each sample: <see cref="Layer{T}.MemoryPerSample"/> × samples.</param>
/// <param name="BatchMemory">What the layer keeps of the batch: <see cref="Layer{T}.MemoryPerBatch"/> × 1.</param>
/// <typeparam name="T">float or double.</typeparam>
public readonly record struct Pass<T>(
    Matrix<T> X,
    Matrix<T> Y,
    Matrix<T> Memory = default,
    Matrix<T> BatchMemory = default
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
