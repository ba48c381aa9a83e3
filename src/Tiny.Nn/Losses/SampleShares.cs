using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>What each sample counts in the loss of a batch, and the checks that all losses make.</summary>
internal static class SampleShares
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Check<T>(
        Matrix<T> prediction,
        Matrix<T> target,
        ReadOnlySpan<T> weights,
        Matrix<T> dPrediction
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Shape.Targets(prediction, target);
        if (!weights.IsEmpty)
        {
            Shape.Weights(prediction.Columns, weights.Length);
        }
        if (dPrediction.IsEmpty)
        {
            return;
        }
        Shape.Same(prediction, dPrediction);
        ref T first = ref MemoryMarshal.GetReference(dPrediction.Values);
        if (Unsafe.AreSame(ref first, ref MemoryMarshal.GetReference(prediction.Values)))
        {
            throw new ArgumentException("The derivative would overwrite the prediction that it is made of.");
        }
    }

    /// <summary>wᵢ/n: what a sample's loss counts in the loss of a batch of n.</summary>
    internal static T Of<T>(ReadOnlySpan<T> weights, int sample, int samples)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (weights.IsEmpty ? T.One : weights[sample]) / T.CreateTruncating(samples);

    /// <summary>wᵢ/n for all samples.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Fill<T>(ReadOnlySpan<T> weights, Span<T> shares)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (weights.IsEmpty)
        {
            shares.Fill(T.One / T.CreateTruncating(shares.Length));
            return;
        }
        for (int sample = 0; sample < shares.Length; sample++)
        {
            shares[sample] = Of(weights, sample, shares.Length);
        }
    }
}
