using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Functions;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = ½z(1 + t) with t = tanh u, u = √(2/π)(z + 0.044715z³)
/// da/dz = ½(1 + t) + ½z(1 − t²)·u′ with u′ = √(2/π)(1 + 3·0.044715z²)
/// The approximation of <see cref="Gelu"/> that its paper offers.
/// </summary>
internal readonly record struct GeluTanh : IActivationFormula
{
    private const double RootTwoOverPi = 0.79788456080286536;
    private const double Cubic = 0.044715;

    /// <inheritdoc/>
    public Initializer DefaultInitializer => Initializer.HeNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> => V.Constant(0.5) * z * (V.Constant(1) + InnerTanh(z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V>
    {
        V one = V.Constant(1);
        V t = InnerTanh(z);

        // From |z| = 10 on, 1 − t² is 0 to the last bit: with the bound that is not 0·∞ for any z.
        V square = Elementary.Min(V.Constant(100), z * z);
        V du = V.Constant(RootTwoOverPi) * (one + V.Constant(3 * Cubic) * square);
        return V.Constant(0.5) * ((one + t) + z * (one - t * t) * du);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V InnerTanh<V>(V z)
        where V : struct, ILanes<V> => Elementary.Tanh(V.Constant(RootTwoOverPi) * (z + V.Constant(Cubic) * z * z * z));
}
