using System.Numerics;
using Tiny.Nn.Networks;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Observes every training step: activations, derivatives and gradient.</summary>
/// <typeparam name="T">float or double.</typeparam>
public interface IStepObserver<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Called after the update of each step.</summary>
    /// <param name="network">What was differentiated, with its parameters after the update: without its output activation where that is fused with the loss.</param>
    /// <param name="x">What went in: inputs × samples.</param>
    /// <param name="workspace">Every layer's output and derivative, and the gradient after clipping. It is overwritten by the next step.</param>
    void Observe(SequentialNetwork<T> network, Matrix<T> x, Workspace<T> workspace);
}
