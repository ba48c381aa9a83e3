using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>How the numbers of a column are written: what all of its texts have in common. It is looked for text after text.</summary>
internal sealed class NumberWriting(CellRules rules)
{
    /// <summary>So many numbers with the same letters right behind them are amounts of something; 1A, 2A and 3A are not.</summary>
    private const int FewestAmounts = 20;

    private readonly HashSet<string> ways = new(StringComparer.Ordinal);
    private readonly HashSet<double> amounts = [];
    private string? unit;
    private bool isSure = true;
    private bool mayBePoint = true;
    private bool mayBeComma = true;
    private bool isGrouped;
    private long bare;

    /// <summary>What stands beside the numbers; null where nothing does.</summary>
    internal string? Unit => unit;

    /// <summary>How many texts are no plain numbers.</summary>
    internal long Written { get; private set; }

    /// <summary>The first of them.</summary>
    internal string? First { get; private set; }

    /// <summary>True where the numbers are certainly amounts, not labels with a number in them.</summary>
    internal bool IsSure => isSure || amounts.Count > FewestAmounts;

    /// <summary>True where thousands are separated by the mark that is decimal elsewhere, and nothing tells that from decimals.</summary>
    internal bool IsAmbiguous => isGrouped && mayBePoint && mayBeComma && !rules.Thousands;

    /// <summary>True where that mark is certain to separate thousands.</summary>
    internal bool HasThousands => isGrouped && !IsAmbiguous;

    /// <summary>True where plain numbers among the others matter.</summary>
    internal bool IsToBeReadWhole => IsAmbiguous || unit is not null;

    /// <summary>Adds a text.</summary>
    /// <param name="text">The text, trimmed.</param>
    /// <param name="number">The number.</param>
    /// <returns>False where it is no number, or not written as those before it.</returns>
    internal bool Add(ReadOnlySpan<byte> text, out double number)
    {
        if (rules.TryParse(text, out number))
        {
            return AddPlain(text, number);
        }
        string written = Encoding.UTF8.GetString(text);
        if (WrittenNumber.Read(written) is not { } found)
        {
            return false;
        }
        mayBePoint &= found.WithPoint is not null;
        mayBeComma &= found.WithComma is not null;
        if (rules.ReadingOf(found) is not { } reading)
        {
            return false;
        }
        number = reading.Value;
        isGrouped |= reading.Mark == rules.OtherMark;
        Written++;
        First ??= written;
        ways.UnionWith(found.Ways);
        if (reading.Mark is { } mark)
        {
            ways.Add($"thousands separated by {Name(mark)}");
        }
        bare += found.Unit.Length > 0 || number == 0 ? 0 : 1;
        if (!found.IsSure)
        {
            isSure = false;
            amounts.Add(number);
        }
        return IsOfOneUnit(found.Unit);
    }

    /// <summary>A plain number has no unit; its decimals, if it has any, tell which mark is decimal.</summary>
    private bool AddPlain(ReadOnlySpan<byte> text, double number)
    {
        if (text.ContainsAny((byte)'.', (byte)',') && WrittenNumber.Read(Encoding.UTF8.GetString(text)) is { } found)
        {
            mayBePoint &= found.WithPoint is not null;
            mayBeComma &= found.WithComma is not null;
        }
        bare += number == 0 ? 0 : 1;
        return IsOfOneUnit("");
    }

    /// <summary>Why a text does not fit to those before it, and what to do.</summary>
    internal (string What, Advice Advice) Explain(string text)
    {
        if (WrittenNumber.Read(text) is not { } found || rules.ReadingOf(found) is null)
        {
            return rules.Explain(text);
        }
        return unit is null || Units.AreSame(unit, found.Unit)
            ? rules.Explain(text)
            : (
                found.Unit.Length == 0
                    ? $"Some numbers of a column have the unit {unit}, and others have none."
                    : $"Numbers of a column have several units: {unit} and {found.Unit}.",
                new Advice($"Write all of them in one unit, or without any.").Or(
                    $"say what the column is: {RemedyKind.Categorical}, {RemedyKind.Texts} or {RemedyKind.Ignore} with its name."
                )
            );
    }

    /// <summary>How the numbers are written, how many of them, and one of them.</summary>
    internal string Describe(long cells) =>
        $"{cells.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} {(cells == 1 ? "cell" : "cells")} written with {string.Join(", ", ways.DefaultIfEmpty("signs of its own"))}, such as {Excerpt.Quote(First!)}, read as {Example}";

    private string Example
    {
        get
        {
            new NumberWriting(rules).Add(Encoding.UTF8.GetBytes(First!), out double number);
            return number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>One unit, which all have but zeros: 0.45 among percentages may be 45%.</summary>
    private bool IsOfOneUnit(string own)
    {
        if (own.Length > 0)
        {
            if (unit is not null && !Units.AreSame(unit, own))
            {
                return false;
            }
            unit ??= own;
        }
        return unit is null || bare == 0;
    }

    private static string Name(char mark) =>
        mark switch
        {
            ' ' => "blanks",
            '\'' => "apostrophes",
            '_' => "underscores",
            ',' => "commas",
            _ => "points",
        };
}
