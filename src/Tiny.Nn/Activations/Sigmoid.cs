using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = σ(z) = 1/(1 + e⁻ᶻ)
/// da/dz = a(1 − a), at most ¼, at z = 0
/// </summary>
internal readonly record struct Sigmoid : IActivationFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => Elementary.Sigmoid(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => a * (V.Constant(1) - a);
}
