using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Training;

/// <summary>Watches the answers that a validation loss is made of, portion by portion. Each sample counts once, whatever its weight.</summary>
internal abstract class ValidationScore<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Forgets all answers.</summary>
    internal abstract void Clear();

    /// <summary>Takes in the answers to some of the samples.</summary>
    /// <param name="output">What the loss sees, outputs × samples: the logits where it is fused with the output activation.</param>
    /// <param name="target">Outputs × samples.</param>
    internal abstract void Add(Matrix<T> output, Matrix<T> target);

    /// <summary>The report with the score of all answers since they were last forgotten.</summary>
    internal abstract EpochReport AddTo(EpochReport report);
}
