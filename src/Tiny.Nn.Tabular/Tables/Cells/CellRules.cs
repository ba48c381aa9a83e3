using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What all cells of a file have in common: how numbers are written, and what a missing one looks like.</summary>
/// <param name="missingTexts">The texts of a missing cell, beside an empty one.</param>
/// <param name="comma">True where decimals are written with a comma.</param>
internal sealed class CellRules(IReadOnlyList<string> missingTexts, bool comma)
{
    private readonly MissingTexts missing = new(missingTexts);

    /// <summary>The texts of a missing cell, beside an empty one.</summary>
    internal IReadOnlyList<string> MissingTexts => missingTexts;

    /// <summary>The usual texts of a missing cell, where they are among others or alone: nobody named them. Where some are lacking, all were named.</summary>
    internal IReadOnlyList<string> Unnamed { get; } =
        Cells.MissingTexts.Usual.All(text => missingTexts.Contains(text, StringComparer.OrdinalIgnoreCase))
            ? Cells.MissingTexts.Usual
            : [];

    /// <summary>True where no number stands for a missing cell, as -999 may.</summary>
    internal bool NumbersAreNumbers { get; } =
        !missingTexts.Any(text => PlainNumber.TryParse(Encoding.UTF8.GetBytes(text), out double _));

    /// <summary>The decimal point.</summary>
    internal byte Point => (byte)(comma ? ',' : '.');

    /// <summary>True for a missing cell.</summary>
    internal bool IsMissing(ReadOnlySpan<byte> text) => missing.Contains(text);

    /// <summary>Reads a plain number.</summary>
    internal bool TryParse(ReadOnlySpan<byte> text, out double number) =>
        comma ? PlainNumber.TryParseWithComma(text, out number) : PlainNumber.TryParse(text, out number);

    /// <summary>Says why a text is no plain number, and what to do.</summary>
    internal (string What, Advice Advice) Explain(string text) =>
        comma ? PlainNumber.ExplainWithComma(text) : PlainNumber.Explain(text);
}
