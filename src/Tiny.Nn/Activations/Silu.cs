using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z·σ(z)
/// da/dz = σ(z) + a(1 − σ(z))
/// Elfwing, Uchibe, Doya, "Sigmoid-Weighted Linear Units", 2018.
/// </summary>
internal readonly record struct Silu : IActivationFormula
{
    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => z * Elementary.Sigmoid(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => Elementary.Sigmoid(z) + a * (V.Constant(1) - Elementary.Sigmoid(z));
}
