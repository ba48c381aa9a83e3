using System.Numerics;

namespace Tiny.Nn.Tests.Numerics;

/// <summary>Units in the last place, by which rounding errors are measured.</summary>
internal static class Ulp
{
    /// <summary>The distance between neighbouring numbers of type T where <paramref name="x"/> lies.</summary>
    internal static double Of<T>(double x)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        (int bits, int leastExponent) = typeof(T) == typeof(float) ? (24, -126) : (53, -1022);
        int exponent = x == 0 ? leastExponent : Math.Max(Math.ILogB(x), leastExponent);
        return Math.ScaleB(1, exponent - bits + 1);
    }
}
