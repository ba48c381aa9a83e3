using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = ln(1 + eᶻ)
/// da/dz = σ(z)
/// </summary>
internal readonly record struct Softplus : IActivationFormula
{
    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => Elementary.Softplus(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => Elementary.Sigmoid(z);
}
