using System.Text;

namespace Tiny.Nn.Tabular.Tables.Cells;

/// <summary>
/// Which texts of a column are one level: those of the same number where all are numbers (1, 1.0, 1e0), those of the same truth value where
/// all are truth values (true, True, TRUE); else each text is a level of its own.
/// </summary>
internal static class LevelKeys
{
    private const string True = "true";
    private const string False = "false";

    /// <summary>True where every text is a truth value.</summary>
    internal static bool AreTruths(IReadOnlyCollection<string> texts) =>
        texts.Count > 0 && texts.All(text => Truth(text) is not null);

    /// <summary>The truth value in one way of writing; null where it is none.</summary>
    internal static string? Truth(string text) =>
        text.Equals(True, StringComparison.OrdinalIgnoreCase) ? True
        : text.Equals(False, StringComparison.OrdinalIgnoreCase) ? False
        : null;

    /// <summary>The number in one way of writing; null where it is none. Zeros in front stay: 01 may be a code, and is not 1.</summary>
    internal static string? Number(string text, CellRules rules) =>
        rules.TryParse(Encoding.UTF8.GetBytes(text), out double _)
        && DecimalText.Of(text, (char)rules.Point) is { } digits
            ? new string('0', DecimalText.LeadingZeros(text)) + digits
            : null;

    /// <summary>What the texts of a level have in common; null where each is a level of its own.</summary>
    internal static Func<string, string?>? Of(IReadOnlyCollection<string> levels, CellRules rules) =>
        AreTruths(levels) ? Truth
        : levels.All(level => Number(level, rules) is not null) ? text => Number(text, rules)
        : null;
}
