using System.Numerics;

namespace Tiny.Nn.Layers;

/// <summary>
/// A layer with state: numbers that are measured on the batches of training and used in prediction, such as running means. State is
/// stored apart from the parameters, so that optimizers, weight penalties and gradient checks never see it. It changes in
/// <see cref="Commit"/> only, which a trainer calls after each update: whoever else runs forward passes leaves it as it is.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
public abstract class StatefulLayer<T> : Layer<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>The state's matrices, in the order in which they are stored in the state vector.</summary>
    public abstract IReadOnlyList<ParameterBlock> StateBlocks { get; }

    /// <summary>
    /// What no training could have left in the state, such as <c>a variance is negative</c>; null where there is no such thing.
    /// A file may hold anything: who reads a state from one asks, and ends its error with this.
    /// </summary>
    public abstract string? StateFault { get; }

    /// <summary>Brings the state up to date with the batch of a training step.</summary>
    /// <param name="pass">What <see cref="Layer{T}.Forward"/> read and wrote.</param>
    public abstract void Commit(in Pass<T> pass);
}
