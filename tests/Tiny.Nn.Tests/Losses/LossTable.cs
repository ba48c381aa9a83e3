using System.Numerics;
using Tiny.Nn.Losses;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tests.Losses;

/// <summary>What tests of all losses need.</summary>
internal static class LossTable
{
    internal static Loss[] All { get; } =
    [
        Loss.SquaredError,
        Loss.AbsoluteError,
        new Huber(0.7),
        Loss.BinaryCrossEntropy,
        new BinaryCrossEntropy(LabelSmoothing: 0.1),
        Loss.CrossEntropy,
        new CrossEntropy(LabelSmoothing: 0.1),
        new SigmoidBinaryCrossEntropy(LabelSmoothing: 0.1),
        new SoftmaxCrossEntropy(LabelSmoothing: 0.1),
    ];

    /// <summary>Seven predictions, all valid as probabilities, and their classes.</summary>
    internal static (Matrix<T> Prediction, Matrix<T> Target) Example<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> prediction = new(3, 7, TestNumbers.Uniform<T>(21, 0.1, 0.9, seed: 2));
        return (prediction, Matrices.OneHot<T>(3, 0, 2, 1, 1, 0, 2, 2));
    }
}
