using System.Text;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>
/// A feature whose kind is inferred: a column of numbers until a cell is none; from then on a category.
/// The numbers above that cell have to be read again, as texts.
/// </summary>
internal sealed class GuessedColumn : Column
{
    private readonly string name;
    private readonly CellRules rules;
    private readonly Action<Suspicion> whenSuspect;
    private readonly bool isKey;
    private readonly LevelIndex levels = new();
    private readonly List<int> counts = [];
    private DataException? firstText;
    private long numbersAbove;

    /// <param name="name">The column's name.</param>
    /// <param name="rules">How cells are written.</param>
    /// <param name="mayNameRows">True where nobody asked for the column, so that it may name rows and be no feature.</param>
    /// <param name="isKey">True where its name is that of a key.</param>
    /// <param name="whenSuspect">Called when the column is probably not what it was inferred to be; may throw.</param>
    internal GuessedColumn(string name, CellRules rules, bool mayNameRows, bool isKey, Action<Suspicion> whenSuspect)
    {
        MayNameRows = mayNameRows;
        this.isKey = isKey;
        this.name = name;
        this.rules = rules;
        this.whenSuspect = whenSuspect;
        TakesNumbers = rules.NumbersAreNumbers;
    }

    /// <summary>The rows above the first text, some of which hold numbers that are to be read again; 0 where there are none.</summary>
    internal int RowsToReadAgain { get; private set; }

    /// <summary>The levels in the order in which they came.</summary>
    internal IReadOnlyList<string> Levels => levels.Names;

    internal bool IsCategory => firstText is not null;

    /// <summary>True where nobody asked for the column.</summary>
    internal bool MayNameRows { get; }

    internal override IReadOnlyList<string[]> Spellings =>
        IsCategory ? Tables.Cells.Levels.Order(levels.Names, rules).Spellings : [];

    internal override Feature Feature =>
        IsCategory
            ? new CategoryFeature(name, Tables.Cells.Levels.Order(levels.Names, rules).Names)
            : new NumberFeature(name);

    internal override double Read(Cell cell, int row)
    {
        if (rules.IsMissing(cell.Text))
        {
            return Miss(cell);
        }
        if (!IsCategory)
        {
            if (rules.TryParse(cell.Text, out double number))
            {
                return number;
            }
            (string what, Advice advice) = rules.Explain(Encoding.UTF8.GetString(cell.Text));
            firstText = cell.Bad(what, advice);
            numbersAbove = row - MissingCells;
            RowsToReadAgain = numbersAbove > 0 ? row : 0;
            TakesNumbers = false;
        }
        BlankEnds += cell.EndsWithBlank ? 1 : 0;
        return ReadLevel(cell);
    }

    /// <summary>The number of a cell that was read as a number and is a text after all.</summary>
    internal double ReadAgain(Cell cell)
    {
        if (rules.IsMissing(cell.Text))
        {
            return double.NaN;
        }
        numbersAbove--;
        return ReadLevel(cell);
    }

    internal override void Restart() { }

    /// <summary>True where every row has a text of its own, and the texts are such as name things.</summary>
    /// <param name="rows">How many rows there are, all of which have been read.</param>
    internal bool NamesRows(int rows) =>
        levels.Names.Count == rows && HasNames && Doubt()?.Finding.Kind is null or FindingKind.TooManyValues;

    /// <summary>Looks at the column as a whole, as far as it has been read, before anything is read again.</summary>
    internal void Judge()
    {
        if (Doubt() is { } doubt && !(MayNameRows && HasNames && doubt.Finding.Kind == FindingKind.TooManyValues))
        {
            whenSuspect(doubt);
        }
    }

    /// <summary>Looks at it once more, when it is known to name no rows.</summary>
    internal void JudgeFeature()
    {
        if (Doubt() is { Finding.Kind: FindingKind.TooManyValues } doubt)
        {
            whenSuspect(doubt);
        }
    }

    /// <summary>True where no text comes twice so far, and all are codes, or the column is called a key.</summary>
    private bool HasNames =>
        MissingCells == 0 && counts.TrueForAll(count => count <= 1) && (isKey || levels.Names.All(IsCode));

    /// <summary>True for a single word with a digit in it: A-17, or a UUID.</summary>
    private static bool IsCode(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && text.AsSpan().ContainsAnyInRange('0', '9');

    private Suspicion? Doubt() =>
        IsCategory ? Suspicion.Find(name, [.. levels.Names.Zip(counts)], numbersAbove, rules, firstText!) : null;

    private double ReadLevel(Cell cell)
    {
        int level = levels.Find(cell.Text);
        if (level < 0)
        {
            cell.RequireUtf8();
            level = levels.FindOrAdd(cell.Text);
            counts.Add(0);
            if (counts.Count == Suspicion.MostLevels + 1)
            {
                Judge();
            }
        }
        counts[level]++;
        return level;
    }
}
