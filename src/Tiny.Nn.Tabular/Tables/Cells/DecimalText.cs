using System.Globalization;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>A plain number in one way of writing, digit for digit: 1, 1.0 and 1e0 are one text, and numbers of twenty digits stay apart.</summary>
internal static class DecimalText
{
    /// <summary>Exponents of more digits are left as they are.</summary>
    private const int LongestExponent = 9;

    /// <summary>How many zeros stand before the first digit that counts: 007 has two, as codes have and numbers have not.</summary>
    internal static int LeadingZeros(string text)
    {
        ReadOnlySpan<char> digits = text.AsSpan().TrimStart("+-");
        int zeros = digits.IndexOfAnyExcept('0');
        zeros = zeros < 0 ? digits.Length : zeros;
        return zeros < digits.Length && char.IsAsciiDigit(digits[zeros]) ? zeros : Math.Max(0, zeros - 1);
    }

    /// <summary>The digits without zeros around them, and the power of ten; null where the text is no plain number.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="point">The decimal point.</param>
    internal static string? Of(string text, char point)
    {
        int end = text.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> exponent = end < 0 ? "0" : text.AsSpan(end + 1);
        ReadOnlySpan<char> number = end < 0 ? text : text.AsSpan(0, end);
        bool isNegative = number.StartsWith("-");
        number = isNegative || number.StartsWith("+") ? number[1..] : number;
        int mark = number.IndexOf(point);
        ReadOnlySpan<char> fraction = mark < 0 ? "" : number[(mark + 1)..];
        ReadOnlySpan<char> whole = mark < 0 ? number : number[..mark];
        if (
            whole.Length + fraction.Length == 0
            || whole.ContainsAnyExceptInRange('0', '9')
            || fraction.ContainsAnyExceptInRange('0', '9')
            || exponent.Length > LongestExponent
            || !int.TryParse(exponent, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power)
        )
        {
            return null;
        }
        string all = string.Concat(whole, fraction);
        string digits = all.Trim('0');
        if (digits.Length == 0)
        {
            return "0";
        }
        long shift = power - fraction.Length + (all.Length - all.TrimEnd('0').Length);
        return string.Create(CultureInfo.InvariantCulture, $"{(isNegative ? "-" : "")}{digits}e{shift}");
    }
}
