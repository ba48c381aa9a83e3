using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Models.Rows;

/// <summary>A row of values as the cells that a model takes.</summary>
/// <param name="Cells">A number for each feature; NaN where it is missing.</param>
/// <param name="Schema">What they mean.</param>
/// <param name="Notes">What should be known about them.</param>
internal sealed record RowCells(double[] Cells, IReadOnlyList<Feature> Schema, IReadOnlyList<string> Notes);

/// <summary>Turns a row of values into the cells that a model takes, as reading the same row from a file would.</summary>
/// <remarks>Safe for several threads.</remarks>
internal sealed class RowReader
{
    private readonly IReadOnlyList<Feature> schema;
    private readonly RowCell[] cells;
    private readonly RowColumns columns;
    private readonly OutOfRange range;
    private readonly bool hasTexts;

    /// <param name="encoding">The model's encoding.</param>
    /// <param name="target">The name of what it predicts.</param>
    /// <param name="format">What a missing cell looks like.</param>
    internal RowReader(TableEncoding encoding, string target, CsvFormat format)
    {
        schema = encoding.Schema;
        CellRules rules = format.Rules;
        HashSet<int> withRare = [.. encoding.Parts.OfType<InfrequentCategory>().Select(part => part.Source)];
        cells = [.. schema.Select((feature, place) => Create(feature, rules, withRare.Contains(place)))];
        columns = new RowColumns([.. schema.Select(feature => feature.Name)], target);
        range = new OutOfRange(encoding);
        hasTexts = schema.Any(feature => feature is TextFeature);
    }

    /// <summary>A row of named values.</summary>
    /// <exception cref="DataException">A name is unknown or comes twice, or a value does not belong into its column.</exception>
    internal RowCells Read(ReadOnlySpan<(string Name, object? Value)> row)
    {
        object?[] values = new object?[cells.Length];
        bool[] isGiven = new bool[cells.Length];
        foreach ((string name, object? value) in row)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(row));
            Put(columns.Named(name), value, values, isGiven);
        }
        return Read(values, isGiven);
    }

    /// <summary>A row of properties.</summary>
    /// <param name="names">Their names; of each whether it is the column's to the letter.</param>
    /// <param name="row">Their values.</param>
    /// <exception cref="DataException">A name is unknown or comes twice, or a value does not belong into its column.</exception>
    internal RowCells Read(IReadOnlyList<(string Name, bool IsExact)> names, object?[] row)
    {
        object?[] values = new object?[cells.Length];
        bool[] isGiven = new bool[cells.Length];
        for (int i = 0; i < row.Length; i++)
        {
            (string name, bool isExact) = names[i];
            Put(isExact ? columns.Named(name) : columns.Spelled(name), row[i], values, isGiven);
        }
        return Read(values, isGiven);
    }

    private void Put(int place, object? value, object?[] values, bool[] isGiven)
    {
        if (isGiven[place])
        {
            throw new DataException(
                "A column is given twice.",
                $"column {Excerpt.Name(schema[place].Name)}",
                "Give each column one value."
            );
        }
        (values[place], isGiven[place]) = (value, true);
    }

    private RowCells Read(object?[] values, bool[] isGiven)
    {
        List<string> notes = [];
        double[] numbers = new double[cells.Length];
        Feature[]? own = hasTexts ? [.. schema] : null;
        for (int i = 0; i < numbers.Length; i++)
        {
            RowValue value = RowValue.From(values[i]);
            bool isMissing = value.Kind == RowValueKind.Missing;
            numbers[i] = isMissing ? double.NaN : cells[i].Read(value, notes);
            if (own is not null)
            {
                own[i] = cells[i].FeatureOf(value);
            }
        }
        if (range.Find(numbers) is { } far)
        {
            notes.Add(
                $"{schema[far].Name}: {RowValue.From(values[far]).Text} is far from all numbers seen in training"
            );
        }
        string[] left = [.. schema.Where((_, i) => !isGiven[i]).Select(feature => feature.Name)];
        if (left.Length > 0)
        {
            notes.Add($"not given, and so missing: {Excerpt.List(left)}");
        }
        return new RowCells(numbers, own ?? schema, notes);
    }

    private static RowCell Create(Feature feature, CellRules rules, bool hasRare) =>
        feature switch
        {
            NumberFeature number => new NumberCell(number, rules),
            CategoryFeature category => new CategoryCell(
                category,
                rules,
                hasRare ? "was rare in training, or was not seen there" : "was not seen in training"
            ),
            DateFeature date => new DateCell(date, rules),
            TextFeature text => new TextCell(text, rules),
            _ => throw new ArgumentException($"A {feature.GetType().Name} cannot be read from a row."),
        };
}
