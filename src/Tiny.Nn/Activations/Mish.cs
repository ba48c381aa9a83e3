using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z·ω with ω = tanh(ln(1 + eᶻ))
/// da/dz = ω + z·σ(z)(1 − ω²)
/// Misra, "Mish: A Self Regularized Non-Monotonic Activation Function", 2020.
/// </summary>
public readonly record struct Mish : IActivationFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => z * Elementary.Tanh(Elementary.Softplus(z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Slope<V>(V z, V a)
        where V : struct, ILanes<V>
    {
        V omega = Elementary.Tanh(Elementary.Softplus(z));
        return omega + z * Elementary.Sigmoid(z) * (V.Constant(1) - omega * omega);
    }
}
