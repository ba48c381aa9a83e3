using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z
/// da/dz = 1
/// </summary>
internal readonly record struct Identity : IActivationFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => z;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.Constant(1);
}
