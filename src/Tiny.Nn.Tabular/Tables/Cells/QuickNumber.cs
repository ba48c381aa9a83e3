using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>Reads most numbers of a file, ±w·10^e with a w of 19 digits at most, in one pass over their bytes; leaves the rest to the platform.</summary>
/// <remarks>
/// Up to 2⁵³ w is exact, and so is 10^|e| up to 22, so that one multiplication or division rounds once, which
/// is what reading means (W. D. Clinger, "How to read floating point numbers accurately", 1990). The others are for <see cref="NearestDouble"/>.
/// </remarks>
internal static class QuickNumber
{
    /// <summary>A longer w does not fit 64 bits.</summary>
    private const int MostDigits = 19;

    private const ulong LargestExactInteger = 1L << 53;

    private static ReadOnlySpan<double> PowersOfTen =>
        [
            1e0,
            1e1,
            1e2,
            1e3,
            1e4,
            1e5,
            1e6,
            1e7,
            1e8,
            1e9,
            1e10,
            1e11,
            1e12,
            1e13,
            1e14,
            1e15,
            1e16,
            1e17,
            1e18,
            1e19,
            1e20,
            1e21,
            1e22,
        ];

    /// <summary>Reads the number with which a text begins, up to the delimiter or the end.</summary>
    /// <param name="text">Begins with the number.</param>
    /// <param name="point">The decimal point.</param>
    /// <param name="delimiter">What may follow the number.</param>
    /// <param name="number">The number: the bits that the platform's parser gives.</param>
    /// <returns>The bytes read; −1 where another has to read it, be it a number or not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Read(ReadOnlySpan<byte> text, byte point, byte delimiter, out double number)
    {
        number = default;
        int place = 0;
        bool negative = false;
        if (text.Length > 0 && text[0] is (byte)'-' or (byte)'+')
        {
            negative = text[0] == '-';
            place = 1;
        }
        ulong w = 0;
        uint digit;
        int start = place;
        while ((uint)place < (uint)text.Length && (digit = text[place] - (uint)'0') <= 9)
        {
            w = w * 10 + digit;
            place++;
        }
        int digits = place - start;
        int exponent = 0;
        if ((uint)place < (uint)text.Length && text[place] == point)
        {
            start = ++place;
            while ((uint)place < (uint)text.Length && (digit = text[place] - (uint)'0') <= 9)
            {
                w = w * 10 + digit;
                place++;
            }
            exponent = start - place;
            digits -= exponent;
        }
        if ((uint)(digits - 1) >= MostDigits)
        {
            return -1;
        }
        if (place < text.Length && text[place] != delimiter)
        {
            int length = ReadExponent(text[place..], delimiter, ref exponent);
            if (length < 0)
            {
                return -1;
            }
            place += length;
        }
        int power = Math.Abs(exponent);
        if (w <= LargestExactInteger && power < PowersOfTen.Length)
        {
            number = exponent < 0 ? (long)w / PowersOfTen[power] : (long)w * PowersOfTen[power];
        }
        else if (w > 0 && power <= NearestDouble.LargestExponent)
        {
            number = NearestDouble.Of(w, exponent);
        }
        else
        {
            return -1;
        }
        number = negative ? -number : number;
        return place;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadExponent(ReadOnlySpan<byte> text, byte delimiter, ref int exponent)
    {
        int end = text.IndexOf(delimiter);
        ReadOnlySpan<byte> written = end < 0 ? text : text[..end];
        if (
            written.Length is < 2 or > 5
            || (written[0] | 0x20) != 'e'
            || !int.TryParse(written[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value)
        )
        {
            return -1;
        }
        exponent += value;
        return written.Length;
    }
}
