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
    private readonly Lazy<ColumnNumbers> numbers;

    internal ExtraColumn(string name, TextColumn texts, CellRules rules, string source, LineIndex lines)
    {
        Name = name;
        this.texts = texts;
        this.rules = rules;
        this.source = source;
        this.lines = lines;
        numbers = new Lazy<ColumnNumbers>(() => ColumnNumbers.Read(texts, rules));
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

    /// <summary>How its numbers are written; null where they are plain, or not all of them are numbers.</summary>
    internal NumberWriting? Writing => numbers.Value.Values is null ? null : numbers.Value.Writing;

    /// <summary>The texts as numbers.</summary>
    /// <exception cref="DataException">One of them is no finite number, or not written as the others are.</exception>
    public IReadOnlyList<double> Numbers() => Numbers("Fill in a number, or remove the row.");

    /// <summary>Such a column is no feature: it cannot be left out, nor be a category, nor may a cell of it be missing.</summary>
    /// <param name="otherwise">What to do where no flag helps.</param>
    private double[] Numbers(string otherwise)
    {
        for (int row = 0; row < texts.Count; row++)
        {
            if (rules.IsMissing(texts.Utf8(row)))
            {
                throw Bad(rules.Explain(texts[row]), row, otherwise);
            }
        }
        return numbers.Value switch
        {
            { Values: { } values } => values,
            { Misfit: var misfit } when WrittenNumber.Read(texts[misfit]) is null => throw Bad(
                rules.Explain(texts[misfit]),
                misfit,
                otherwise
            ),
            { Misfit: var misfit } found => throw Bad(found.Explain(texts[misfit], rules), misfit),
        };
    }

    /// <summary>
    /// The texts as times: dates, as ISO 8601 writes them or otherwise where all of them leave no doubt, in days since 1970; or numbers, as
    /// they are where nothing says how dates are written.
    /// </summary>
    /// <exception cref="DataException">One of them is neither, or they are not all of one kind.</exception>
    public IReadOnlyList<double> Times()
    {
        DateWriting writing = new(rules);
        if (
            rules.Dates is null
            && (
                numbers.Value.Values is not null
                || (texts.Count > 0 && !DateFormat.Known.Any(format => format.MayBe(texts[0])))
            )
        )
        {
            return Numbers(
                "Write times as ISO 8601 does, 2024-02-29 or 2024-02-29T13:45:00; or as numbers that grow with time."
            );
        }
        int doubt = -1;
        for (int row = 0; row < texts.Count; row++)
        {
            if (!writing.Add(texts[row], out _))
            {
                throw Bad(writing.Explain(texts[row]), row);
            }
            doubt = doubt < 0 && writing.Other is not null ? row : doubt;
        }
        if (writing.Other is not null)
        {
            throw Bad(writing.Doubt, doubt);
        }
        double[] days = new double[texts.Count];
        for (int row = 0; row < days.Length; row++)
        {
            _ = writing.Format.TryParse(texts[row], out days[row]);
        }
        return days;
    }

    private DataException Bad((string What, Advice Advice) problem, int row) =>
        new(problem.What, Place(row), problem.Advice);

    private DataException Bad((string What, Advice Advice) problem, int row, string otherwise) =>
        problem.Advice.Names(RemedyKind.DecimalComma)
            ? Bad(problem, row)
            : new DataException(problem.What, Place(row), otherwise);

    /// <summary>Where the cell of a row stands, for a message.</summary>
    /// <param name="row">The row of the table, from 0 on.</param>
    public string Place(int row) =>
        $"{source}, line {lines[row]}, column {Excerpt.Name(Name)}: {Excerpt.Quote(texts[row])}";
}
