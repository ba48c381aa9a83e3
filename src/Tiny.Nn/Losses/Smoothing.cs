using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Losses;

/// <summary>
/// Label smoothing: y = (1 − ε)t + ε/K moves a share of a certain target to all K classes.
/// Szegedy et al., "Rethinking the Inception Architecture", 2016, section 7.
/// </summary>
internal static class Smoothing
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V Apply<V>(V t, double epsilon, int classes)
        where V : struct, ILanes<V> => V.MultiplyAdd(V.Constant(1 - epsilon), t, V.Constant(epsilon / classes));
}
