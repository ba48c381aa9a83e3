using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z·ω with ω = tanh(ln(1 + eᶻ))
/// da/dz = ω + z·σ(z)(1 − ω²)
/// Misra, "Mish: A Self Regularized Non-Monotonic Activation Function", 2020.
/// </summary>
internal readonly record struct Mish : IActivationFormula
{
    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => z * Omega(z);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V>
    {
        V omega = Omega(z);
        return omega + z * Elementary.Sigmoid(z) * (V.Constant(1) - omega * omega);
    }

    /// <summary>ω: a call of its own, for three exponentials in a row are more than the compiler is willing to inline.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static V Omega<V>(V z)
        where V : struct, ILanes<V> => Elementary.Tanh(Elementary.Softplus(z));
}
