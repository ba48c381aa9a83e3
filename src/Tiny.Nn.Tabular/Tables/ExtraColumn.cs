using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>
/// A column that is neither feature nor target and describes the rows: the group of each, its time, its weight, its part.
/// </summary>
public sealed class ExtraColumn
{
    private readonly TextColumn texts;
    private readonly CellRules rules;
    private readonly string source;
    private readonly LineIndex lines;

    internal ExtraColumn(string name, TextColumn texts, CellRules rules, string source, LineIndex lines)
    {
        Name = name;
        this.texts = texts;
        this.rules = rules;
        this.source = source;
        this.lines = lines;
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>The trimmed text of each row of the table.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The name, and how many cells there are.</summary>
    public override string ToString() => $"{Name}: {texts.Count} texts";

    /// <summary>The texts, none of which is a missing cell.</summary>
    /// <exception cref="DataException">A cell is missing.</exception>
    public IReadOnlyList<string> Labels()
    {
        for (int row = 0; row < texts.Count; row++)
        {
            if (rules.IsMissing(texts.Utf8(row)))
            {
                throw new DataException("A cell is missing.", Place(row), "Fill it in, or remove the row.");
            }
        }
        return texts;
    }

    /// <summary>The texts as numbers.</summary>
    /// <exception cref="DataException">One of them is no finite number in plain notation.</exception>
    public IReadOnlyList<double> Numbers() => Numbers("Fill in a number, or remove the row.");

    private double[] Numbers(string otherwise)
    {
        double[] numbers = new double[texts.Count];
        for (int row = 0; row < numbers.Length; row++)
        {
            if (rules.IsMissing(texts.Utf8(row)) || !rules.TryParse(texts.Utf8(row), out numbers[row]))
            {
                // Such a column is no feature: it cannot be left out, nor be a category, nor may a cell of it be missing.
                (string what, Advice advice) = rules.Explain(texts[row]);
                throw advice.Names(RemedyKind.DecimalComma)
                    ? new DataException(what, Place(row), advice)
                    : new DataException(what, Place(row), otherwise);
            }
        }
        return numbers;
    }

    /// <summary>The texts as times: dates as ISO 8601 writes them, in days since 1970; or numbers, as they are.</summary>
    /// <exception cref="DataException">One of them is neither, or they are not all of one kind.</exception>
    public IReadOnlyList<double> Times()
    {
        if (texts.Count > 0 && !IsoDate.TryParse(texts[0], out _))
        {
            return Numbers(
                "Write times as ISO 8601 does, 2024-02-29 or 2024-02-29T13:45:00; or as numbers that grow with time."
            );
        }
        double[] days = new double[texts.Count];
        for (int row = 0; row < days.Length; row++)
        {
            if (!IsoDate.TryParse(texts[row], out days[row]))
            {
                throw new DataException(
                    "A cell does not hold a date.",
                    Place(row),
                    "Write dates as ISO 8601 does: 2024-02-29, or 2024-02-29T13:45:00."
                );
            }
        }
        return days;
    }

    /// <summary>Where the cell of a row stands, for a message.</summary>
    /// <param name="row">The row of the table, from 0 on.</param>
    public string Place(int row) =>
        $"{source}, line {lines[row]}, column {Excerpt.Name(Name)}: {Excerpt.Quote(texts[row])}";
}
