using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text;

namespace Tiny.Nn.Data;

/// <summary>What counts as a number in a file: digits, sign, decimal point, exponent; a finite value; nothing else.</summary>
/// <remarks>
/// Number parsers are more generous: they take thousands separators, so that <c>1,5</c> becomes 15, and the names of
/// infinity and NaN. Here the characters are checked first, so the parsers never see such texts.
/// </remarks>
internal static class PlainNumber
{
    /// <summary>What other tools write where a number is missing.</summary>
    private static readonly string[] Missing = ["NA", "N/A", "null", "none", "?", "-", "."];

    private static readonly SearchValues<byte> Characters = SearchValues.Create("+-.0123456789Ee"u8);

    /// <summary>True where only characters of a plain number occur, blanks around it aside.</summary>
    internal static bool HasItsCharacters(ReadOnlySpan<byte> text) =>
        !text.ContainsAnyExcept(Characters) || !text[Ascii.Trim(text)].ContainsAnyExcept(Characters);

    /// <summary>Reads a plain number, rounded once to the type asked for.</summary>
    internal static bool TryParse<T>(ReadOnlySpan<byte> text, out T number)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        number = default;
        return HasItsCharacters(text)
            && T.TryParse(text[Ascii.Trim(text)], NumberStyles.Float, CultureInfo.InvariantCulture, out number)
            && T.IsFinite(number);
    }

    /// <summary>Says why a text is no plain number, and what to do.</summary>
    internal static (string What, string Advice) Explain<T>(string text)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return ("A cell is empty.", "Fill in a number, or remove the row or the column.");
        }
        if (HasItsCharacters(Encoding.UTF8.GetBytes(trimmed)) && IsNumber(trimmed))
        {
            return (
                "A number is too large.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Its magnitude must stay below {T.BitDecrement(T.PositiveInfinity):E2}: correct it, or choose another unit."
                )
            );
        }
        if (
            trimmed.Contains(',', StringComparison.Ordinal)
            && IsNumber(trimmed.Replace(",", "", StringComparison.Ordinal))
        )
        {
            return (
                "A number is written with a comma.",
                "Write decimals with a point, 1.5, and no thousands separators."
            );
        }
        if (Missing.Contains(trimmed, StringComparer.OrdinalIgnoreCase))
        {
            return ("A number is missing.", "Fill in a number, or remove the row or the column.");
        }
        return IsNumber(trimmed)
            ? ("A cell holds no finite number.", "Fill in a number, or remove the row or the column.")
            : (
                "A cell does not hold a number.",
                "Correct it, or take the column out of the file; categories must be written as numbers."
            );
    }

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
