using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Initializers;

/// <summary>
/// How biases start where a layer has few inputs: b ~ U(−1/√n, 1/√n) for up to three inputs, else 0.
/// </summary>
/// <remarks>
/// A unit of ReLU or its kin bends where wᵀx = −b. With biases of 0 all bends of a layer go through one point, the mean of the data: of one
/// input every unit bends at the very same place, and sums of them are two straight lines until training has moved them apart. Biases of
/// about the size of the weights spread the bends over the data. Many inputs make many directions, so that bends through one point do as well;
/// docs/decisions/0021 has the measurements.
/// </remarks>
internal static class FewInputs
{
    /// <summary>So many inputs are few.</summary>
    internal const int Most = 3;

    /// <param name="biases">units × 1; written where the inputs are few.</param>
    /// <param name="inputs">n.</param>
    /// <param name="generator">Is not asked where the inputs are many.</param>
    internal static void SpreadBends<T>(Matrix<T> biases, int inputs, Generator generator)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (inputs > Most)
        {
            return;
        }
        double bound = 1 / Math.Sqrt(inputs);
        foreach (ref T bias in biases.Values)
        {
            bias = T.CreateTruncating(bound * (2 * generator.NextUniform() - 1));
        }
    }
}
