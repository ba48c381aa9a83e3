using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>What a network says of samples that it has not learned from.</summary>
/// <param name="Places">The places of the samples.</param>
/// <param name="Outputs">The answers before the output activation: outputs × samples.</param>
/// <typeparam name="T">float or double.</typeparam>
internal sealed record UnseenRows<T>(int[] Places, Matrix<T> Outputs)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>;
