using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;
using static Tiny.Nn.Numerics.Functions.Elementary;

namespace Tiny.Nn.Activations;

/// <summary>
/// a = z/6 + ½, held inside [0, 1]
/// da/dz = 1/6 for −3 &lt; z &lt; 3, else 0
/// </summary>
internal readonly record struct HardSigmoid : IActivationFormula
{
    /// <inheritdoc/>
    public IReadOnlyList<double> Kinks => [-3, 3];

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Value<V>(V z)
        where V : struct, ILanes<V> =>
        Min(V.Constant(1), Max(V.Constant(0), V.MultiplyAdd(z, V.Constant(1.0 / 6), V.Constant(0.5))));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public V Derivative<V>(V z, V a)
        where V : struct, ILanes<V> => V.IfLess(V.Abs(z), V.Constant(3), V.Constant(1.0 / 6), V.Constant(0));
}
