using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>What all losses ask of a batch.</summary>
internal static class Batch
{
    internal static void Check<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Same(prediction, target);
        if (!weights.IsEmpty)
        {
            Shape.Same(prediction.Columns, weights.Length);
        }
        if (!dPrediction.IsEmpty)
        {
            Shape.Same(prediction, dPrediction);
        }
    }

    /// <summary>Σ wᵢ.</summary>
    internal static T TotalWeight<T>(int samples, ReadOnlySpan<T> weights)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        weights.IsEmpty ? T.CreateTruncating(samples) : Sums.Sum(weights);

    /// <summary>wᵢ, 1 where no weights are given.</summary>
    internal static T Weight<T>(ReadOnlySpan<T> weights, int sample)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> => weights.IsEmpty ? T.One : weights[sample];
}
