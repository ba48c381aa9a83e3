using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics.Lanes;

namespace Tiny.Nn.Losses;

/// <summary>
/// Label smoothing: y = (1 − ε)t + ε/K moves a share of a certain target to all K classes.
/// Szegedy et al., "Rethinking the Inception Architecture", 2016, section 7.
/// </summary>
internal readonly struct Smoothing(double epsilon, int classes)
{
    private readonly Scalar kept = 1 - epsilon;
    private readonly Scalar spread = epsilon / classes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal V Apply<V>(V t)
        where V : struct, ILanes<V> => V.MultiplyAdd(V.Constant(kept), t, V.Constant(spread));
}
