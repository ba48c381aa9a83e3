using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Lanes;
using static Tiny.Nn.Numerics.Functions.Elementary;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z·Φ(z), Φ being the normal distribution function
/// da/dz = Φ(z) + z·φ(z), φ being its density
/// Hendrycks, Gimpel, "Gaussian Error Linear Units", 2016.
/// </summary>
internal readonly record struct Gelu : IActivationFormula
{
    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => z * NormalCdf(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => NormalCdf(z) + z * NormalDensity(z);
}
