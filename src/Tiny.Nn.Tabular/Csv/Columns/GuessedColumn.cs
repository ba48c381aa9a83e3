using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv.Columns;

/// <summary>
/// A feature whose kind is inferred: a column of numbers until a cell is none; from then on a category.
/// The numbers above that cell have to be read again, as texts. Where all texts turn out to be numbers that are written with a unit,
/// signs or separators, it is a column of numbers after all, and all of it is read again.
/// </summary>
internal sealed class GuessedColumn : Column
{
    private readonly string name;
    private readonly CellRules rules;
    private readonly Action<Suspicion> whenSuspect;
    private readonly bool isKey;
    private readonly LevelIndex levels = new();
    private readonly List<int> counts = [];
    private NumberWriting writing;
    private DataException? firstText;
    private DataException? misfit;
    private DataException? doubt;
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
        writing = new NumberWriting(rules);
        TakesNumbers = rules.NumbersAreNumbers;
    }

    /// <summary>The levels in the order in which they came.</summary>
    internal IReadOnlyList<string> Levels => levels.Names;

    internal bool IsCategory => firstText is not null && !IsWritten;

    /// <summary>True where its texts are numbers that are not plain.</summary>
    private bool IsWritten { get; set; }

    internal override bool HasThousands => IsWritten && writing.HasThousands;

    internal override Finding? Writing =>
        IsWritten && writing.Written > 0
            ? new Finding(FindingKind.WrittenNumbers, name, writing.Describe(writing.Written))
            {
                Remedy = new Advice($"if they are labels, say so with {new Remedy(RemedyKind.Categorical, name)}"),
            }
            : null;

    /// <summary>True where nobody asked for the column.</summary>
    internal bool MayNameRows { get; }

    internal override IReadOnlyList<string[]> Spellings =>
        IsCategory ? Tables.Cells.Levels.Order(levels.Names, rules).Spellings : [];

    internal override Feature Feature =>
        IsCategory
            ? new CategoryFeature(name, Tables.Cells.Levels.Order(levels.Names, rules).Names)
            : new NumberFeature(name) { Unit = IsWritten ? writing.Unit : null };

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
            firstText = cell.Bad(rules.Explain(cell.String));
            numbersAbove = row - MissingCells;
            RowsToReadAgain = numbersAbove > 0 ? row : 0;
            TakesNumbers = false;
        }
        BlankEnds += cell.EndsWithBlank ? 1 : 0;
        return ReadLevel(cell);
    }

    /// <summary>The number of a cell that was read as a number and is a text after all, or the other way round.</summary>
    internal override double ReadAgain(Cell cell)
    {
        if (rules.IsMissing(cell.Text))
        {
            return double.NaN;
        }
        if (!IsWritten)
        {
            numbersAbove--;
            return ReadLevel(cell);
        }
        AddWritten(cell, out double number);
        return number;
    }

    internal override void Restart() { }

    /// <summary>True where every row has a text of its own, and the texts are such as name things.</summary>
    /// <param name="rows">How many rows there are, all of which have been read.</param>
    internal bool NamesRows(int rows) =>
        levels.Names.Count == rows && HasNames && Doubt()?.Finding.Kind is null or FindingKind.TooManyValues;

    internal override void Judge(int rows)
    {
        if (IsCategory && misfit is null && writing.IsSure)
        {
            (IsWritten, RowsToReadAgain, BlankEnds) = (true, rows, 0);
            (writing, doubt) = (new NumberWriting(rules), null);
            return;
        }
        Judge();
    }

    internal override void JudgeAgain()
    {
        DataException? problem = !IsWritten ? null : misfit ?? (writing.IsAmbiguous ? doubt : null);
        if (problem is not null)
        {
            FindingKind kind = misfit is null ? FindingKind.DecimalComma : FindingKind.MixedTypes;
            whenSuspect(
                new Suspicion(new Finding(kind, name, $"{problem.What.TrimEnd('.')}; {problem.Where}"), problem)
            );
        }
    }

    private void Judge()
    {
        if (Doubt() is { } found && !(MayNameRows && HasNames && found.Finding.Kind == FindingKind.TooManyValues))
        {
            whenSuspect(found);
        }
    }

    /// <summary>Looks at it once more, when it is known to name no rows.</summary>
    internal void JudgeFeature()
    {
        if (Doubt() is { Finding.Kind: FindingKind.TooManyValues } found)
        {
            whenSuspect(found);
        }
    }

    /// <summary>True where no text comes twice so far, and all are codes, or the column is called a key.</summary>
    private bool HasNames =>
        MissingCells == 0 && counts.TrueForAll(count => count <= 1) && (isKey || levels.Names.All(IsCode));

    /// <summary>True for a single word with a digit in it: A-17, or a UUID.</summary>
    private static bool IsCode(string text) =>
        !text.Contains(' ', StringComparison.Ordinal) && text.AsSpan().ContainsAnyInRange('0', '9');

    private Suspicion? Doubt() =>
        IsCategory
            ? Suspicion.Find(name, [.. levels.Names.Zip(counts)], numbersAbove, rules, misfit ?? firstText!)
            : null;

    /// <summary>Looks for what all texts have in common if they are numbers; the first that has it not is kept.</summary>
    private void AddWritten(Cell cell, out double number)
    {
        number = double.NaN;
        if (misfit is null && !writing.Add(cell.Text, out number))
        {
            misfit = cell.Bad(writing.Explain(cell.String));
        }
        if (misfit is null && doubt is null && writing.IsAmbiguous)
        {
            doubt = cell.Bad(rules.Explain(cell.String));
        }
    }

    private double ReadLevel(Cell cell)
    {
        int level = levels.Find(cell.Text);
        if (level < 0)
        {
            cell.RequireUtf8();
            level = levels.FindOrAdd(cell.Text);
            counts.Add(0);
            AddWritten(cell, out _);
            if (counts.Count == Suspicion.MostLevels + 1 && misfit is not null)
            {
                Judge();
            }
        }
        counts[level]++;
        return level;
    }
}
