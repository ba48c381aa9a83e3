using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Tiny.Nn.Numerics.Lanes;

/// <summary>
/// x·y + z of floats, rounded once, in the arithmetic of doubles: for machines without an instruction for it, such as a browser, where the call of a
/// function takes many times as long.
/// </summary>
internal static class ExactMultiplyAdd
{
    private const long HalfMask = (1L << 29) - 1;
    private const long Half = 1L << 28;
    private const double LeastNormal = 1.1754943508222875e-38;

    /// <summary>True where one instruction does it.</summary>
    internal static bool IsInstruction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.IsSupported;
    }

    /// <summary>The product of two floats is exact in double. Its sum is rounded to 53 bits, and then to 24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Of(float x, float y, float z)
    {
        double sum = (double)x * y + z;

        // Twice is once, unless the first rounding ends in the middle between two floats, or floats are subnormal there.
        bool isMiddle = (BitConverter.DoubleToInt64Bits(sum) & HalfMask) == Half;
        return !isMiddle && (Math.Abs(sum) >= LeastNormal || sum == 0) ? (float)sum : ByOdd(x, y, z);
    }

    /// <summary>
    /// The sum rounded to odd: where it is not exact, its last bit is set on the side of the exact one. What is rounded then is rounded as if from the
    /// exact sum (Boldo and Melquiond, 2008).
    /// </summary>
    private static float ByOdd(float x, float y, float z)
    {
        double product = (double)x * y;
        double sum = product + z;
        double second = sum - product;
        double error = product - (sum - second) + (z - second);
        long bits = BitConverter.DoubleToInt64Bits(sum);
        if (double.IsFinite(sum) && error != 0 && (bits & 1) == 0)
        {
            bits += error > 0 == sum > 0 ? 1 : -1;
        }
        return (float)BitConverter.Int64BitsToDouble(bits);
    }
}
