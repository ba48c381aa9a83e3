using System.Numerics;
using System.Text;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Csv.Cells;

/// <summary>A column that is hardly the category it was taken for.</summary>
/// <param name="Finding">What is odd.</param>
/// <param name="Problem">The same as an error, with a place and advice.</param>
internal sealed record Suspicion(Finding Finding, DataException Problem)
{
    /// <summary>More levels than this are no category that somebody would have left undeclared.</summary>
    internal const int MostLevels = 1000;

    /// <summary>Up to here a table may be so small that a category's texts differ in most rows.</summary>
    private const int FewLevels = 50;

    /// <summary>What is odd about a column of texts; null where nothing is.</summary>
    internal static Suspicion? Find<T>(GuessedColumn<T> column, string name, CellRules rules, DataException firstText)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long numbers = column.NumbersAbove;
        long dates = 0;
        long cells = column.NumbersAbove;
        string? otherNumber = null;
        foreach ((int level, string text) in column.Levels.Index())
        {
            cells += column.Counts[level];
            bool isNumber = rules.TryParse(Encoding.UTF8.GetBytes(text), out T _);
            bool isMeantAsNumber = isNumber || PlainNumber.IsMeantAsOne(text);
            numbers += isMeantAsNumber ? column.Counts[level] : 0;
            otherNumber ??= isMeantAsNumber && !isNumber ? text : null;
            dates += IsoDate.LooksLikeDate(text) ? column.Counts[level] : 0;
        }
        bool isMostly(long part) => part > 0 && 2 * part >= cells;
        string column_ = Excerpt.Name(name);
        if (isMostly(dates))
        {
            return Create(
                FindingKind.DateLike,
                $"{dates} of {cells} cells look like dates",
                "A column looks like dates.",
                $"Say so with --date {column_}, where they are written 2024-02-29; or leave it out with --ignore {column_}."
            );
        }
        if (isMostly(numbers))
        {
            FindingKind kind =
                otherNumber?.Contains(',', StringComparison.Ordinal) == true
                    ? FindingKind.DecimalComma
                    : FindingKind.MixedTypes;
            return new Suspicion(
                new Finding(kind, name, $"{numbers} of {cells} cells are meant as numbers; {firstText.Where}"),
                firstText
            );
        }
        long distinct = column.Levels.Count;
        return distinct > MostLevels || (distinct > FewLevels && 2 * distinct > cells)
            ? Create(
                FindingKind.TooManyValues,
                $"{distinct} different texts in {cells} cells",
                $"A column has too many different texts for a category: {distinct} in {cells} cells.",
                $"Leave it out with --ignore {column_}, pass it through with --id, or say what it is: --text or --categorical."
            )
            : null;

        Suspicion Create(FindingKind kind, string evidence, string what, string advice) =>
            new(new Finding(kind, name, evidence), new DataException(what, firstText.Where, advice));
    }
}
