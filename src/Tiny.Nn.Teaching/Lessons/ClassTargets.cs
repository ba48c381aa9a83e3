using Tiny.Nn.Numerics;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Lessons;

/// <summary>Classes as a network's targets.</summary>
internal static class ClassTargets
{
    /// <summary>One output: 1 for the second of two classes. Several: 1 for the class's own, one-hot.</summary>
    /// <param name="codes">The class of each sample, from 0 on.</param>
    /// <param name="outputs">How many outputs the network has: one, or one for each class.</param>
    /// <returns>Outputs × samples.</returns>
    internal static Matrix<double> Encode(ReadOnlySpan<int> codes, int outputs) =>
        outputs == 1
            ? new Matrix<double>(1, codes.Length, [.. codes.ToArray().Select(code => (double)code)])
            : OneHot.Encode<double>(codes, outputs);
}
