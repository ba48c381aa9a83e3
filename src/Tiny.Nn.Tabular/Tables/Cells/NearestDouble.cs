using System.Numerics;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>The double nearest to w·10^e, of two equally near ones the even one; w has up to 64 bits.</summary>
/// <remarks>
/// 10^e is 2^e·5^e, and of 5^e, brought into [2¹²⁷, 2¹²⁸), 128 bits are known. The upper bits of w times the upper half of these are those of
/// the product, but where a carry from the lower half might still reach them; there it is added. D. Lemire, "Number parsing at a gigabyte
/// per second", Software: Practice and Experience 51 (2021), for an idea of M. Eisel.
/// </remarks>
internal static class NearestDouble
{
    /// <summary>The largest |e|: what a file of numbers has.</summary>
    internal const int LargestExponent = 27;

    private const int FractionBits = 52;
    private const int Bias = 1023;

    /// <summary>The bits of a product below those of a fraction with a bit for its rounding.</summary>
    private const ulong Below = ulong.MaxValue >> (FractionBits + 3);

    private static readonly (ulong High, ulong Low)[] Fives =
    [
        .. Enumerable.Range(-LargestExponent, 2 * LargestExponent + 1).Select(PowerOfFive),
    ];

    /// <summary>w·10^e, rounded once.</summary>
    /// <param name="w">Not 0.</param>
    /// <param name="exponent">e, not beyond ±<see cref="LargestExponent"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Of(ulong w, int exponent)
    {
        int zeros = BitOperations.LeadingZeroCount(w);
        w <<= zeros;
        (ulong fiveHigh, ulong fiveLow) = Fives[exponent + LargestExponent];
        ulong high = Math.BigMul(w, fiveHigh, out ulong low);
        if ((high & Below) == Below)
        {
            ulong carry = Math.BigMul(w, fiveLow, out _);
            low += carry;
            high += low < carry ? 1UL : 0;
        }
        int top = (int)(high >> 63);
        int shift = top + 64 - FractionBits - 3;
        ulong fraction = high >> shift;

        // In the middle of two doubles, and the lower one is even: no rounding up.
        bool isMiddle = low <= 1 && exponent is >= -4 and <= 23 && (fraction & 3) == 1 && fraction << shift == high;
        fraction -= isMiddle ? 1UL : 0;
        fraction = (fraction + (fraction & 1)) >> 1;

        // ⌊e·log₂10⌋ = ⌊e·217706/2¹⁶⌋ for these e.
        int power = ((217706 * exponent) >> 16) + 63 + top - zeros + Bias;
        return BitConverter.UInt64BitsToDouble(((ulong)(power - 1) << FractionBits) + fraction);
    }

    /// <summary>128 bits of 5^e, the highest of them 1: cut off, or for e &lt; 0 rounded up.</summary>
    private static (ulong High, ulong Low) PowerOfFive(int exponent)
    {
        BigInteger five = BigInteger.Pow(5, Math.Abs(exponent));
        int bits = (int)five.GetBitLength();
        BigInteger all = exponent >= 0 ? five << (128 - bits) : (BigInteger.One << (bits + 127)) / five + 1;
        return ((ulong)(all >> 64), (ulong)(all & ulong.MaxValue));
    }
}
