using System.Numerics;
using System.Text;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Tables;

/// <summary>
/// Makes a table of columns that a program holds in memory, as reading them from a file would:
/// <c>new TableBuilder().Numbers("age", ages).Categories("city", cities).Build(new TargetColumn("bought", labels))</c>.
/// </summary>
public sealed class TableBuilder
{
    private readonly List<(Feature Feature, double[] Cells)> columns = [];

    /// <summary>Adds a column of numbers as doubles; NaN where one is missing.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A number of any type for each row.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    /// <exception cref="DataException">A number is infinite.</exception>
    public TableBuilder Numbers<TNumber>(string name, IEnumerable<TNumber> values)
        where TNumber : struct, INumberBase<TNumber>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Add(
            new NumberFeature(name),
            [.. values.Select((value, row) => Finite(name, row, double.CreateTruncating(value)))]
        );
    }

    /// <summary>Adds a column of numbers, of which null is missing.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A number of any type, or null, for each row.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    /// <exception cref="DataException">A number is infinite.</exception>
    public TableBuilder Numbers<TNumber>(string name, IEnumerable<TNumber?> values)
        where TNumber : struct, INumberBase<TNumber>
    {
        ArgumentNullException.ThrowIfNull(values);
        return Numbers(
            name,
            values.Select(value => value is { } number ? double.CreateTruncating(number) : double.NaN)
        );
    }

    /// <summary>Adds several columns of numbers, given row by row.</summary>
    /// <param name="names">The names of the columns.</param>
    /// <param name="rows">For each row its numbers, in the order of the names; NaN where one is missing.</param>
    /// <exception cref="ArgumentException">A row has more or fewer numbers than there are names, or a column has such a name already.</exception>
    /// <exception cref="DataException">A number is infinite.</exception>
    public TableBuilder NumberRows<TNumber>(IReadOnlyList<string> names, IEnumerable<IReadOnlyList<TNumber>> rows)
        where TNumber : struct, INumberBase<TNumber>
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(rows);
        IReadOnlyList<TNumber>[] all = [.. rows];
        int ragged = Array.FindIndex(all, row => row.Count != names.Count);
        if (ragged >= 0)
        {
            throw new ArgumentException(
                $"Row {ragged + 1} has {all[ragged].Count} numbers; the names are {names.Count}."
            );
        }
        foreach ((int place, string name) in names.Index())
        {
            Numbers(name, all.Select(row => row[place]));
        }
        return this;
    }

    /// <summary>Adds a column of categories: each distinct text is a level; the same number, or truth value, in several spellings is one.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A text for each row, which is trimmed; null, and what a file has for missing, where one is missing.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    public TableBuilder Categories(string name, IEnumerable<string?> values)
    {
        (List<string> texts, int[] codes) = Distinct(values);
        (string[] levels, int[] places, _) = Levels.Order(texts, CsvFormat.UsualRules);
        return Add(new CategoryFeature(name, levels), [.. codes.Select(code => code < 0 ? double.NaN : places[code])]);
    }

    /// <summary>Adds a column of free text, of which the words count.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A text for each row; null, and what a file has for missing, where one is missing.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    public TableBuilder Texts(string name, IEnumerable<string?> values)
    {
        (List<string> texts, int[] codes) = Distinct(values);
        return Add(new TextFeature(name, texts), [.. codes.Select(code => code < 0 ? double.NaN : code)]);
    }

    /// <summary>Adds a column of dates.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A date for each row.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    public TableBuilder Dates(string name, IEnumerable<DateOnly> values) =>
        Dates(name, values.Select(day => (DateTime?)day.ToDateTime(TimeOnly.MinValue)));

    /// <summary>Adds a column of dates, of which null is missing.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A date, or null, for each row.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    public TableBuilder Dates(string name, IEnumerable<DateOnly?> values) =>
        Dates(name, values.Select(day => day?.ToDateTime(TimeOnly.MinValue)));

    /// <summary>Adds a column of dates with their times; local ones become those of UTC.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A date for each row.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    public TableBuilder Dates(string name, IEnumerable<DateTime> values) =>
        Dates(name, values.Select(time => (DateTime?)time));

    /// <summary>Adds a column of dates with their times, of which null is missing; local ones become those of UTC.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="values">A date, or null, for each row.</param>
    /// <exception cref="ArgumentException">A column has that name already.</exception>
    public TableBuilder Dates(string name, IEnumerable<DateTime?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Add(new DateFeature(name), [.. values.Select(time => time is { } known ? Days(known) : double.NaN)]);
    }

    /// <summary>The table of the columns so far.</summary>
    /// <param name="target">What is to be predicted; null for a table to predict.</param>
    /// <exception cref="ArgumentException">There is no column, they are not equally long, or the target is one of them.</exception>
    public Table Build(TargetColumn? target = null)
    {
        if (columns.Count == 0)
        {
            throw new ArgumentException("A table needs at least one column to learn from.");
        }
        (Feature first, double[] cells) = columns[0];
        int rows = cells.Length;
        foreach ((Feature feature, double[] others) in columns)
        {
            RequireLength(feature.Name, others.Length, first.Name, rows);
        }
        if (target is not null)
        {
            RequireLength(target.Name, target.Texts.Count, first.Name, rows);
            RequireNew(target.Name);
        }
        Matrix<double> matrix = new(columns.Count, rows);
        for (int row = 0; row < rows; row++)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                matrix[i, row] = columns[i].Cells[row];
            }
        }
        return new Table([.. columns.Select(column => column.Feature)], matrix, target);
    }

    private TableBuilder Add(Feature feature, double[] cells)
    {
        ArgumentNullException.ThrowIfNull(feature.Name, "name");
        RequireNew(feature.Name);
        columns.Add((feature, cells));
        return this;
    }

    private void RequireNew(string name)
    {
        if (columns.Any(column => column.Feature.Name == name))
        {
            throw new ArgumentException($"There are two columns {Excerpt.Name(name)}.", nameof(name));
        }
    }

    private static void RequireLength(string name, int length, string first, int rows)
    {
        if (length != rows)
        {
            throw new ArgumentException(
                $"Column {Excerpt.Name(name)} has {length} values, column {Excerpt.Name(first)} has {rows}."
            );
        }
    }

    private static double Finite(string name, int row, double number) =>
        !double.IsInfinity(number)
            ? number
            : throw new DataException(
                "A number is infinite.",
                $"row {row + 1}, column {Excerpt.Name(name)}",
                "Give a finite number, or NaN where it is missing."
            );

    private static double Days(DateTime time)
    {
        DateTime known = time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time;
        return (known - DateTime.UnixEpoch).TotalDays;
    }

    /// <summary>The distinct texts as they came, and for each row the place of its text; −1 where it is missing.</summary>
    private static (List<string> Texts, int[] Codes) Distinct(IEnumerable<string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Dictionary<string, int> places = new(StringComparer.Ordinal);
        List<int> codes = [];
        foreach (string? value in values)
        {
            string text = value?.Trim() ?? "";
            if (CsvFormat.UsualRules.IsMissing(Encoding.UTF8.GetBytes(text)))
            {
                codes.Add(-1);
                continue;
            }
            if (!places.TryGetValue(text, out int place))
            {
                place = places.Count;
                places.Add(text, place);
            }
            codes.Add(place);
        }
        return ([.. places.Keys], [.. codes]);
    }
}
