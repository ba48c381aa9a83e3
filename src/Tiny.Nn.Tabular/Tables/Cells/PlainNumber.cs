using System.Buffers;
using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What counts as a number in a file: digits, sign, decimal point, exponent; a finite value; nothing else.</summary>
/// <remarks>
/// Number parsers are more generous: they take thousands separators, so that <c>1,5</c> becomes 15, and the names of
/// infinity and NaN. Here the characters are checked first, so the parsers never see such texts.
/// </remarks>
internal static class PlainNumber
{
    /// <summary>What other tools write where a number is missing.</summary>
    private static readonly string[] Missing = ["NA", "null", "none", "?", "-", "."];

    /// <summary>What spreadsheets, databases and runtimes write for an error or for nothing, and nobody else for anything.</summary>
    private static readonly string[] Errors =
    [
        .. (string[])["N/A", "#N/A", "#N/A N/A", "#NA", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#NULL!"],
        .. (string[])["\\N", "NaT", "<NA>", "(null)", "1.#IND", "-1.#IND", "1.#QNAN", "-1.#QNAN", "-NaN"],
    ];

    private const int LongestWithComma = 512;

    private static readonly Advice FillIn = new($"Fill in a number, or remove the row or the column.");

    /// <summary>What is wrong with a number whose decimal mark is a comma, where points are.</summary>
    internal static (string What, Advice Advice) WithComma { get; } =
        (
            "A number is written with a comma.",
            new Advice(
                $"Write decimals with a point, 1.5, and no thousands separators; or say that commas are meant: {RemedyKind.DecimalComma}."
            )
        );

    /// <summary>What is wrong with a number whose decimal mark is a point, where commas are.</summary>
    internal static (string What, Advice Advice) WithPoint { get; } =
        (
            "A number is written with a point.",
            new Advice(
                $"Write decimals with a comma, 1,5, and no thousands separators; or leave out {RemedyKind.DecimalComma}."
            )
        );

    private static readonly SearchValues<byte> Characters = SearchValues.Create("+-.0123456789Ee"u8);

    /// <summary>True where only characters of a plain number occur.</summary>
    private static bool HasItsCharacters(ReadOnlySpan<byte> text) => !text.ContainsAnyExcept(Characters);

    /// <summary>Reads a plain number, rounded once.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> text, out double number)
    {
        text = text[Ascii.Trim(text)];
        return QuickNumber.Read(text, (byte)'.', 0, out number) == text.Length
            || (
                HasItsCharacters(text)
                && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number)
                && double.IsFinite(number)
            );
    }

    /// <summary>Reads a plain number that may have a comma for its decimal point.</summary>
    internal static bool TryParseWithComma(ReadOnlySpan<byte> text, out double number)
    {
        text = text[Ascii.Trim(text)];
        if (QuickNumber.Read(text, (byte)',', 0, out number) == text.Length)
        {
            return true;
        }
        if (text.Length > LongestWithComma)
        {
            return false;
        }
        Span<byte> pointed = stackalloc byte[text.Length];
        text.Replace(pointed, (byte)',', (byte)'.');
        return !text.Contains((byte)'.') && TryParse(pointed, out number);
    }

    /// <summary>Says why a text is no plain number, and what to do.</summary>
    internal static (string What, Advice Advice) Explain(string text)
    {
        string trimmed = text.Trim();
        if (trimmed.Length == 0)
        {
            return ("A cell is empty.", FillIn);
        }
        if (HasItsCharacters(Encoding.UTF8.GetBytes(trimmed)) && IsNumber(trimmed))
        {
            return (
                "A number is too large.",
                new Advice($"Its magnitude must stay below {double.MaxValue:E2}: correct it, or choose another unit.")
            );
        }
        if (
            trimmed.Contains(',', StringComparison.Ordinal)
            && IsNumber(trimmed.Replace(",", "", StringComparison.Ordinal))
        )
        {
            return WithComma;
        }
        if (IsErrorText(trimmed) || Missing.Contains(trimmed, StringComparer.OrdinalIgnoreCase))
        {
            return (
                "A number is missing.",
                new Advice($"Leave the cell empty, or say that this text means a missing cell: {RemedyKind.Missing}.")
            );
        }
        if (TotalWords.Begin(trimmed))
        {
            return (
                "A cell does not hold a number.",
                new Advice(
                    $"Leave the line out if it is a total below the rows; or say what the column is: {RemedyKind.Categorical}, {RemedyKind.Texts} or {RemedyKind.Ignore} with its name."
                )
            );
        }
        return IsNumber(trimmed)
            ? ("A cell holds no finite number.", FillIn)
            : (
                "A cell does not hold a number.",
                new Advice(
                    $"Correct it; or say what the column is: {RemedyKind.Categorical}, {RemedyKind.Texts} or {RemedyKind.Ignore} with its name."
                )
            );
    }

    /// <summary>True for what is written for an error or for nothing.</summary>
    internal static bool IsErrorText(string text) => Errors.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>The same where numbers are written with a decimal comma.</summary>
    internal static (string What, Advice Advice) ExplainWithComma(string text) =>
        text.Contains('.', StringComparison.Ordinal) && IsNumber(text.Replace(".", "", StringComparison.Ordinal))
            ? WithPoint
            : Explain(text.Replace(',', '.'));

    /// <summary>True for a near miss: a number that is too large, not finite, or written with commas.</summary>
    internal static bool IsMeantAsOne(string text) => IsNumber(text.Replace(",", "", StringComparison.Ordinal));

    private static bool IsNumber(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
