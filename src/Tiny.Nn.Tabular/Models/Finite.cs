using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Models;

/// <summary>Asks whether numbers are finite.</summary>
internal static class Finite
{
    /// <summary>True where none is NaN or infinite.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool AreAll<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        foreach (T number in numbers)
        {
            if (!T.IsFinite(number))
            {
                return false;
            }
        }
        return true;
    }
}
