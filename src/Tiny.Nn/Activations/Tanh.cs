using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = tanh z
/// da/dz = 1 − a²
/// </summary>
internal readonly record struct Tanh : IActivationFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => Elementary.Tanh(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.Constant(1) - a * a;
}
