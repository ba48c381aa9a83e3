using Tiny.Nn.Numerics.Lanes;
using System.Numerics;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>
/// How much each class counts. A class weight is a sample weight that all samples of a class share, so the losses know only those:
/// wᵢ = Σₖ cₖtₖᵢ.
/// </summary>
/// <param name="Values">c: one weight per class, not negative.</param>
public sealed record ClassWeights(IReadOnlyList<double> Values)
{
    /// <summary>Weights that make all classes count the same: cₖ = n/(K·nₖ), so that the mean weight is 1; 0 for an absent class.</summary>
    /// <param name="targets">One-hot: classes × samples.</param>
    public static ClassWeights Balanced<T>(Matrix<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        T[] counts = new T[targets.Rows];
        Sums.Columns(targets, counts);
        double Share(T count) =>
            T.IsZero(count) ? 0 : targets.Columns / (targets.Rows * double.CreateTruncating(count));
        return new ClassWeights([.. counts.Select(Share)]);
    }

    /// <summary>The weight of every sample.</summary>
    /// <param name="targets">One-hot, or shares that sum to 1: classes × samples.</param>
    /// <exception cref="ArgumentException">There are more or fewer classes than weights.</exception>
    public T[] ForSamples<T>(Matrix<T> targets)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Sizes.Same(targets.Rows, Values.Count);
        T[] weights = new T[targets.Columns];
        for (int sample = 0; sample < weights.Length; sample++)
        {
            for (int k = 0; k < targets.Rows; k++)
            {
                weights[sample] += T.CreateTruncating(Values[k]) * targets[k, sample];
            }
        }
        return weights;
    }
}
