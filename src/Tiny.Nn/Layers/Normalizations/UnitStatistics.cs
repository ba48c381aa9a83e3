using System.Numerics;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Layers.Normalizations;

/// <summary>What units are normalized by: μ, σ², ε, and the factor γ.</summary>
internal readonly ref struct UnitStatistics<T>(
    ReadOnlySpan<T> mean,
    ReadOnlySpan<T> variance,
    double epsilon,
    ReadOnlySpan<T> gamma
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> variance = variance;

    internal ReadOnlySpan<T> Mean { get; } = mean;

    internal ReadOnlySpan<T> Gamma { get; } = gamma;

    /// <summary>1/√(σ² + ε).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal V Inverse<V>(int unit)
        where V : struct, ILanes<V, T> => V.Constant(1) / V.Sqrt(V.Load(in variance[unit]) + V.Constant(epsilon));

    /// <exception cref="ArgumentException">They are not of so many units.</exception>
    internal void Require(int units)
    {
        Sizes.Same(units, "units", Mean.Length, "means");
        Sizes.Same(units, "units", variance.Length, "variances");
        Sizes.Same(units, "units", Gamma.Length, "scales");
    }
}
