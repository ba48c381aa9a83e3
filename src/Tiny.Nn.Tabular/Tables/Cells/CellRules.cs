using System.Globalization;
using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>What all cells of a file have in common: how numbers and dates are written, and what a missing cell looks like.</summary>
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

    /// <summary>True where the mark that is not decimal is known to separate thousands.</summary>
    internal bool Thousands { get; init; }

    /// <summary>How dates are written; null where that is found out.</summary>
    internal DateFormat? Dates { get; init; }

    /// <summary>The point or the comma that is not decimal.</summary>
    internal char OtherMark => comma ? '.' : ',';

    /// <summary>True for a missing cell.</summary>
    internal bool IsMissing(ReadOnlySpan<byte> text) => missing.Contains(text);

    /// <summary>Reads a plain number.</summary>
    internal bool TryParse(ReadOnlySpan<byte> text, out double number) =>
        comma ? PlainNumber.TryParseWithComma(text, out number) : PlainNumber.TryParse(text, out number);

    /// <summary>Reads a number that is not plain, and certain by itself.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">What may stand beside it; null for nothing.</param>
    /// <param name="number">The number.</param>
    internal bool TryRead(string text, string? unit, out double number)
    {
        number = default;
        if (
            WrittenNumber.Read(text) is not { } found
            || ReadingOf(found) is not { } reading
            || IsAmbiguous(found)
            || !(found.Unit.Length == 0 || (unit is not null && Units.AreSame(unit, found.Unit)))
        )
        {
            return false;
        }
        number = reading.Value;
        return true;
    }

    /// <summary>The reading with the decimal mark of the file; null where it is no number then.</summary>
    internal WrittenNumber.Reading? ReadingOf(WrittenNumber number) => comma ? number.WithComma : number.WithPoint;

    /// <summary>Says why a text is no plain number, and what to do.</summary>
    internal (string What, Advice Advice) Explain(string text)
    {
        if (WrittenNumber.IsBound(text))
        {
            return (
                "A number is only bounded.",
                new Advice(
                    $"Write a number in its place, such as the bound; or take such cells for missing: {new Remedy(RemedyKind.Missing, text)}."
                ).Or(
                    $"say what the column is: {RemedyKind.Categorical}, {RemedyKind.Texts} or {RemedyKind.Ignore} with its name."
                )
            );
        }
        WrittenNumber? found = WrittenNumber.Read(text);
        if (found is not null && IsAmbiguous(found))
        {
            (string grouped, string other) = (
                Text(ReadingOf(found)!.Value),
                Text((comma ? found.WithPoint : found.WithComma)!.Value)
            );
            return comma
                ? (
                    $"A number with a point may be {grouped} or {other}.",
                    new Advice(
                        $"If the point separates thousands, say so: {RemedyKind.Thousands}. If it is decimal, write a comma, 1,5, or leave out {RemedyKind.DecimalComma}."
                    )
                )
                : (
                    $"A number with a comma may be {grouped} or {other}.",
                    new Advice(
                        $"If the comma separates thousands, say so: {RemedyKind.Thousands}. If it is decimal, write a point, 1.5, or say {RemedyKind.DecimalComma}."
                    )
                );
        }
        if (found is { Unit.Length: > 0, IsSure: true } && ReadingOf(found) is not null)
        {
            return (
                $"A cell does not hold a number alone, but with the unit {found.Unit}, which not all of its column have.",
                new Advice($"Write all of them in one unit, or without any.").Or(
                    $"say what the column is: {RemedyKind.Categorical}, {RemedyKind.Texts} or {RemedyKind.Ignore} with its name."
                )
            );
        }
        if (found is { IsSure: true } && ReadingOf(found) is null)
        {
            return comma ? PlainNumber.WithPoint : PlainNumber.WithComma;
        }
        return comma ? PlainNumber.ExplainWithComma(text) : PlainNumber.Explain(text);
    }

    /// <summary>True where a mark may separate thousands, or be decimal.</summary>
    private bool IsAmbiguous(WrittenNumber number) =>
        !Thousands
        && ReadingOf(number) is { Mark: { } mark }
        && mark == OtherMark
        && (comma ? number.WithPoint : number.WithComma) is not null;

    private static string Text(WrittenNumber.Reading reading) =>
        reading.Value.ToString("R", CultureInfo.InvariantCulture);
}
