using System.Globalization;
using System.Text;
using Tiny.Nn.Tabular.Tables.Alike;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>The column to be predicted: a text per row, and what these texts can be taken for, classes or numbers.</summary>
/// <remarks>What is derived from the texts is computed on first use. Safe for several threads.</remarks>
public sealed class TargetColumn
{
    /// <summary>More distinct integers than this are taken for amounts, not for the numbers of classes.</summary>
    internal const int MostIntegerClasses = 20;

    /// <summary>Errors of larger numbers have no square, of which a report has the mean.</summary>
    private const double Largest = 1e150;

    private readonly TextColumn texts;
    private readonly CellRules rules;
    private readonly string? source;
    private readonly LineIndex? lines;
    private readonly Lazy<Levels> levels;
    private readonly Lazy<ColumnNumbers> numbers;

    /// <summary>A target from texts in memory.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="texts">A text per row; they are trimmed.</param>
    public TargetColumn(string name, IEnumerable<string> texts)
        : this(name, TextColumn.Of(texts), CsvFormat.UsualRules, null, null) { }

    /// <summary>A target from numbers in memory.</summary>
    /// <param name="name">The name of the column.</param>
    /// <param name="numbers">A finite number per row.</param>
    /// <exception cref="DataException">One of them is NaN or infinite.</exception>
    public TargetColumn(string name, IEnumerable<double> numbers)
        : this(name, Column(name, numbers), CsvFormat.UsualRules, null, null) { }

    internal TargetColumn(string name, TextColumn texts, CellRules rules, string? source, LineIndex? lines)
    {
        ArgumentNullException.ThrowIfNull(name);
        Name = name;
        this.texts = texts;
        this.rules = rules;
        this.source = source;
        this.lines = lines;
        levels = new Lazy<Levels>(() => Cells.Levels.Find(texts, rules));
        numbers = new Lazy<ColumnNumbers>(() => ColumnNumbers.Read(texts, rules));
    }

    /// <summary>The name of the column.</summary>
    public string Name { get; }

    /// <summary>How many rows of the file had no target, and were left out.</summary>
    public long DroppedRows { get; internal init; }

    /// <summary>The texts that were taken for a missing target.</summary>
    internal TextCounts DroppedTexts { get; init; } = new();

    /// <summary>How cells of it are read.</summary>
    internal CellRules Rules => rules;

    /// <summary>How many targets had a blank behind them.</summary>
    internal long BlankEnds { get; init; }

    /// <summary>The trimmed text of each row.</summary>
    public IReadOnlyList<string> Texts => texts;

    /// <summary>The distinct texts: in the order of numbers if all are numbers, else in ordinal order.</summary>
    /// <remarks>
    /// Where all are numbers those of one number are one level, <c>1</c> and <c>1.0</c> but not the code <c>01</c>; where all are truth values those of one are, <c>true</c> and
    /// <c>TRUE</c>. It is called by the first of its spellings.
    /// </remarks>
    public IReadOnlyList<string> Levels => levels.Value.Names;

    /// <summary>For each row the place of its text among the <see cref="Levels"/>.</summary>
    public ReadOnlyMemory<int> Codes => CodesOfRows;

    /// <summary>The same, not copied: nobody may change them.</summary>
    internal int[] CodesOfRows => levels.Value.Codes;

    /// <summary>True where every text is a finite number, written as the file has its numbers, or all in another way that is certain: 45%, $12.50.</summary>
    public bool IsNumeric => numbers.Value.Values is not null && Writing?.IsSure != false;

    /// <summary>True where there are two levels at least. Of amounts, which nobody takes for classes, levels need not be made for that: of twenty million they take gigabytes.</summary>
    internal bool Varies =>
        numbers.Value.Values is { Length: > 0 } values && values.AsSpan().ContainsAnyExcept(values[0])
        || Levels.Count > 1;

    /// <summary>How its numbers are written; null where they are plain, or none.</summary>
    internal NumberWriting? Writing => numbers.Value.Values is null ? null : numbers.Value.Writing;

    /// <summary>What stands beside its numbers; null where nothing does.</summary>
    internal string? Unit => Writing?.Unit;

    /// <summary>What the column is most likely for.</summary>
    /// <remarks>Regression if all are finite numbers and some are no integers, or more than 20 distinct ones; else classification.</remarks>
    public TargetKind SuggestedKind =>
        IsNumeric && IsAmount(numbers.Value.Values) ? TargetKind.Regression : TargetKind.Classification;

    /// <summary>
    /// Where most rows hold one of very many numbers and some hold other texts, or all are meant as numbers and some are written otherwise,
    /// the place of the first of those; else null. Such a column is hardly meant as classes: a number is missing or misspelt.
    /// </summary>
    public string? SuspectedMistake => Doubt?.Where;

    /// <summary>The name, how many rows there are, and what they look like.</summary>
    public override string ToString() =>
        SuggestedKind == TargetKind.Regression
            ? $"{Name}: {texts.Count} numbers"
            : $"{Name}: {texts.Count} rows, one of {Excerpt.List(Levels)} each";

    /// <summary>The same with what is wrong, and what to do.</summary>
    internal DataException? Doubt =>
        numbers.Value.Values is not null || Levels.Count == 0
            ? null
            : NumberDoubt.Find(levels.Value, rules, numbers.Value, texts[numbers.Value.Misfit], Place);

    /// <summary>Of levels that are written in several ways all of the ways, that which names it first.</summary>
    internal IReadOnlyList<string[]> Spellings => levels.Value.Spellings;

    /// <summary>The texts as numbers.</summary>
    /// <exception cref="DataException">One of them is no finite number in plain notation.</exception>
    public ReadOnlyMemory<double> Numbers()
    {
        if (numbers.Value.Values is { } found)
        {
            return found;
        }
        int row = numbers.Value.Misfit;
        (string what, Advice advice) = numbers.Value.Explain(texts[row], rules);
        throw new DataException(what, Place(row), advice);
    }

    /// <summary>The name of the level that a text is; the text itself where it is none.</summary>
    internal string NameOf(string text) =>
        new LevelNames(Levels, rules).Find(text) is var place and not LevelNames.None ? Levels[place] : text;

    /// <summary>What is wrong with a number of which the square is none; null where nothing is.</summary>
    /// <exception cref="DataException">One of the texts is no number.</exception>
    internal DataException? TooLarge()
    {
        int row = Numbers().Span.IndexOfAnyExceptInRange(-Largest, Largest);
        return row < 0
            ? null
            : new DataException(
                "A number is too large: its square is none any more.",
                Place(row),
                new Advice($"Correct it, or choose another unit.")
            );
    }

    /// <summary>Makes sure that each text is a number, of which the square is one too.</summary>
    /// <exception cref="DataException">One of them is no number, or too large.</exception>
    internal void RequireNumbers()
    {
        if (TooLarge() is { } large)
        {
            throw large;
        }
    }

    /// <summary>Makes sure that its numbers are in the unit of those that a model learned. Plain ones are, and so is any where none was kept.</summary>
    /// <exception cref="DataException">They are in another.</exception>
    internal void RequireUnit(string? known)
    {
        if (known is not null && Unit is { } own && !Units.AreSame(known, own))
        {
            throw new DataException(
                $"The numbers of the target have the unit {own}; the model learned numbers with {known}.",
                Place(0),
                "Write them in that unit, or without any."
            );
        }
    }

    /// <summary>For each row the place of its text among given classes: those of a model, say.</summary>
    /// <exception cref="DataException">A text is none of the classes.</exception>
    public ReadOnlyMemory<int> CodesAmong(IReadOnlyList<string> classes)
    {
        ArgumentNullException.ThrowIfNull(classes);
        int[] translated = new LevelNames(classes, rules).Places(Levels);
        if (translated.Index().All(level => level.Item == level.Index))
        {
            return Codes;
        }
        int[] codes = new int[texts.Count];
        for (int row = 0; row < codes.Length; row++)
        {
            codes[row] = translated[Codes.Span[row]];
            if (codes[row] < 0)
            {
                string suggestion = new Lookalikes(classes).Find(texts[row]) is { } like
                    ? $"It looks like {Excerpt.Quote(like)}: they differ {Lookalikes.Difference(like, texts[row])}. "
                    : Closest.Meant(texts[row], classes, Excerpt.Quote);
                throw new DataException(
                    "A target is none of the known classes.",
                    Place(row),
                    $"{suggestion}The classes are: {Excerpt.List(classes)}."
                );
            }
        }
        return codes;
    }

    private string Place(int row)
    {
        string line = lines is null ? $"row {row + 1}" : $"{source}, line {lines[row]}";
        return $"{line}, column {Excerpt.Name(Name)}: {Excerpt.Quote(texts[row])}";
    }

    private static bool IsAmount(double[]? numbers)
    {
        HashSet<double> distinct = [];
        foreach (double number in numbers ?? [])
        {
            distinct.Add(number);
            if (!double.IsInteger(number) || distinct.Count > MostIntegerClasses)
            {
                return true;
            }
        }
        return false;
    }

    private static TextColumn Column(string name, IEnumerable<double> numbers)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        TextColumn column = new();
        foreach (double number in numbers)
        {
            // The shortest text that is this number and no other.
            string text = number.ToString("R", CultureInfo.InvariantCulture);
            if (!double.IsFinite(number))
            {
                throw new DataException(
                    "A target is no finite number.",
                    $"row {column.Count + 1}, column {Excerpt.Name(name)}: {Excerpt.Quote(text)}",
                    "Leave out rows without a target."
                );
            }
            column.Add(Encoding.UTF8.GetBytes(text));
        }
        return column;
    }
}
