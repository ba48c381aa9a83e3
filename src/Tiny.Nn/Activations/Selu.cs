using System.Runtime.CompilerServices;
using Tiny.Nn.Initializers;
using Tiny.Nn.Numerics.Lanes;
using static Tiny.Nn.Numerics.Functions.Elementary;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = λz above 0, λα(eᶻ − 1) below
/// da/dz = λ above 0, else λαeᶻ = a + λα
/// Klambauer et al., "Self-Normalizing Neural Networks", 2017: λ and α make mean 0 and variance 1 a fixed point.
/// </summary>
internal readonly record struct Selu : IActivationFormula
{
    private const double Lambda = 1.0507009873554804934193349852946;
    private const double LambdaAlpha = Lambda * 1.6732632423543772848170429916717;

    /// <inheritdoc/>
    // Its fixed point, mean 0 and variance 1, needs weights of variance 1/inputs.
    public Initializer DefaultInitializer => Initializer.LeCunNormal;

    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [0];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> =>
        V.IfLess(V.Constant(0), z, V.Constant(Lambda) * z, V.Constant(LambdaAlpha) * ExpM1(z));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.IfLess(V.Constant(0), z, V.Constant(Lambda), a + V.Constant(LambdaAlpha));
}
