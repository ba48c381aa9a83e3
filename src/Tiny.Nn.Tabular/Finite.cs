using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular;

/// <summary>Whether numbers are numbers. With one parameter that is none a network answers NaN, to everything or now and then.</summary>
internal static class Finite
{
    /// <summary>True where none of them is infinite or NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static bool All<T>(ReadOnlySpan<T> numbers)
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
