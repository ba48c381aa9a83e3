using System.Text;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>Texts that are no classes but numbers, of which some are misspelt or missing.</summary>
internal static class NumberDoubt
{
    /// <summary>So many other texts are named at most.</summary>
    private const int MostNamed = 5;

    /// <summary>What is wrong, and what to do; null where nothing is.</summary>
    /// <param name="levels">The levels of a column, not all of which are numbers.</param>
    /// <param name="rules">How numbers are written.</param>
    /// <param name="numbers">The column as numbers, as far as it goes.</param>
    /// <param name="misfit">The first text that is none, or not written as those before it.</param>
    /// <param name="place">Where a row stands.</param>
    internal static DataException? Find(
        Levels levels,
        CellRules rules,
        ColumnNumbers numbers,
        string misfit,
        Func<int, string> place
    )
    {
        bool[] isNumber =
        [
            .. levels.Names.Select(level =>
                rules.TryParse(Encoding.UTF8.GetBytes(level), out double _) || IsMeant(level)
            ),
        ];
        string[] others = [.. levels.Names.Where((_, level) => !isNumber[level])];
        if (Array.TrueForAll(others, PlainNumber.IsMeantAsOne))
        {
            (string what, Advice advice) = numbers.Explain(misfit, rules);
            return new DataException(
                what,
                place(numbers.Misfit),
                advice.Or($"say that the texts are classes: {RemedyKind.Classification}.")
            );
        }
        int rows = levels.Codes.Count(code => isNumber[code]);
        if (isNumber.Count(number => number) <= TargetColumn.MostIntegerClasses || 2 * rows <= levels.Codes.Length)
        {
            return null;
        }
        Remedy missing = others.Length <= MostNamed ? new(RemedyKind.Missing, others) : new(RemedyKind.Missing);
        return new DataException(
            "Most targets are numbers, but not all.",
            place(numbers.Misfit),
            new Advice(
                $"Correct or remove the others; or say that they are missing, so that their rows are left out: {missing}; or that all are classes: {RemedyKind.Classification}."
            )
        );
    }

    /// <summary>True for a number that is written with signs, separators or a unit.</summary>
    private static bool IsMeant(string text) =>
        WrittenNumber.Read(text) is { } number && (number.Unit.Length == 0 || Units.IsKnown(number.Unit));
}
