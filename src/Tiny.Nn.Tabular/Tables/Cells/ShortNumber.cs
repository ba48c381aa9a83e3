using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>
/// Reads numbers of up to eight digits and a decimal point, all of their bytes at once: a file of numbers has hardly any others.
/// What it does not read, be it a number or not, is for <see cref="QuickNumber"/>, its readable twin.
/// </summary>
/// <remarks>
/// Eight bytes lie in one 64-bit word, the first in the lowest bits. Aligned to the right, zeros in front, the decimal point taken out, they
/// are the eight digits of an integer w, whose pairs are joined at once, and then the pairs (SWAR: a register as a vector). w / 10^d, of
/// at most seven decimals, is rounded once.
/// </remarks>
internal static class ShortNumber
{
    private const int Bytes = sizeof(ulong);
    private const ulong Ones = 0x0101010101010101;
    private const ulong Highs = 0x8080808080808080;
    private const ulong ZeroDigits = 0x3030303030303030;

    /// <summary>Added to a byte, it carries into the highest bit from 10 on.</summary>
    private const ulong ToHighBit = 0x7676767676767676;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7];

    /// <summary>Reads a number of at most eight characters beside its sign.</summary>
    /// <param name="bytes">Hold the number.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="end">Where it ends.</param>
    /// <param name="point">The decimal point.</param>
    /// <param name="number">The number: the bits that the platform's parser gives.</param>
    /// <returns>False where another has to read it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryRead(ReadOnlySpan<byte> bytes, int start, int end, byte point, out double number)
    {
        number = default;
        if (start < 0 || bytes.Length - start <= Bytes)
        {
            return false;
        }
        ref byte first = ref Unsafe.Add(ref MemoryMarshal.GetReference(bytes), start);
        int sign = first == '-' ? 1 : 0;
        uint length = (uint)(end - start - sign);
        if (length - 1 >= Bytes)
        {
            return false;
        }
        int spare = 64 - 8 * (int)length;
        ulong digits = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref first, sign)) << spare;

        // In two steps: a shift by all 64 bits would be none.
        digits = (digits | (ZeroDigits >> 8 >> (56 - spare))) ^ ZeroDigits;
        ulong distance = digits ^ (Ones * (uint)(point ^ '0'));
        ulong points = (distance - Ones) & ~distance & Highs;
        int decimals = 0;
        if (points != 0)
        {
            int place = BitOperations.TrailingZeroCount(points) >> 3;
            ulong before = (1UL << (8 * place)) - 1;
            decimals = Bytes - 1 - place;
            digits = ((digits & before) << 8) | (digits & (~before << 8));
            if (length == 1)
            {
                return false;
            }
        }
        if ((((digits + ToHighBit) | digits) & Highs) != 0)
        {
            return false;
        }

        // No branch on the sign: nothing foretells it.
        double value = Join(digits) / PowersOfTen[decimals & 7];
        long bits = BitConverter.DoubleToInt64Bits(value) | ((long)sign << 63);
        number = BitConverter.Int64BitsToDouble(bits);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Join(ulong digits)
    {
        digits = digits * 10 + (digits >> 8);
        ulong outer = (digits & 0x000000FF000000FF) * (100 + (1000000UL << 32));
        ulong inner = ((digits >> 16) & 0x000000FF000000FF) * (1 + (10000UL << 32));
        return (long)((outer + inner) >> 32);
    }
}
