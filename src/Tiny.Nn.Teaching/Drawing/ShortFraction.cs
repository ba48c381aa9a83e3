using System.Runtime.CompilerServices;

namespace Tiny.Nn.Teaching.Drawing;

/// <summary>Writes probabilities as the platform does, as short as can be so that the same bits are read back, but sooner.</summary>
/// <remarks>
/// Of d = 1 … 8 decimals the first is taken with which the nearest w / 10^d reads back as the float. A float from 1/16 to 1 has 28 binary
/// places at most and the middle of two has more than 24, which no text of eight decimals has: so no text lies on an edge of what is
/// read as the float. w is found exactly: 24 bits times 10⁸ take less than the 53 bits of a double. Whatever else there is, the
/// platform writes.
/// </remarks>
internal static class ShortFraction
{
    /// <summary>No text written here is longer.</summary>
    internal const int Longest = 2 + MostDecimals;

    private const int MostDecimals = 8;
    private const float Least = 1 / 16f;

    private static ReadOnlySpan<double> PowersOfTen => [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8];

    /// <summary>Writes a number.</summary>
    /// <param name="number">Any number.</param>
    /// <param name="text">Receives the text; has room for the longest.</param>
    /// <returns>How long the text is; 0 where the platform shall write it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Write(float number, Span<byte> text)
    {
        if (!(number >= Least && number < 1))
        {
            return 0;
        }

        // Most take seven or eight.
        int decimals = MostDecimals - 1;
        if (ReadsBack(number, decimals))
        {
            while (decimals > 1 && ReadsBack(number, decimals - 1))
            {
                decimals--;
            }
        }
        else if (!ReadsBack(number, ++decimals))
        {
            return 0;
        }
        uint digits = (uint)Scaled(number, decimals);
        for (int place = decimals + 1; place > 1; place--)
        {
            (digits, uint digit) = (digits / 10, digits % 10);
            text[place] = (byte)('0' + digit);
        }
        (text[0], text[1]) = ((byte)'0', (byte)'.');
        return decimals + 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Scaled(float number, int decimals) => Math.Round(number * PowersOfTen[decimals]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ReadsBack(float number, int decimals) =>
        (float)(Scaled(number, decimals) / PowersOfTen[decimals]) == number;
}
