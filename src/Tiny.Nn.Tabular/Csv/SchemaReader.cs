using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>The columns of a file that a model's schema asks for: found by name, in any order.</summary>
internal sealed class SchemaReader
{
    private readonly CsvRecords records;
    private readonly Column[] features;
    private readonly CellRules rules;
    private readonly CsvFormat format;
    private readonly IReadOnlyList<Feature> known;
    private readonly bool hasTexts;
    private readonly bool hasRowNames;

    /// <exception cref="DataException">A feature is missing, or is the target or an id too; or the schema is empty.</exception>
    internal SchemaReader(CsvRecords records, IReadOnlyList<Feature> schema, CsvOptions options)
    {
        this.records = records;
        known = schema;
        hasTexts = schema.Any(feature => feature is TextFeature);
        format = options.Format;
        rules = format.Rules;
        if (schema.Count == 0)
        {
            throw new DataException("There is no feature to learn from.", records.Source, "Give at least one feature.");
        }
        ColumnFinder finder = new(records.Names, records.Source);
        int[] fields = finder.RequireNames([.. schema.Select(feature => feature.Name)]);
        features = [.. schema.Select(Create)];
        Target = options.Target is { } target ? finder.Find(target) : null;
        Ids = [.. options.Ids.Select(id => finder.Require(id, "id")).Distinct()];

        foreach (int used in fields.Concat(Ids).Concat(Target is { } field ? [field] : []))
        {
            records.Header.Require(used);
        }

        Column?[] columns = new Column?[records.Names.Count];
        int[] slots = new int[columns.Length];
        for (int i = 0; i < fields.Length; i++)
        {
            if (columns[fields[i]] is not null || fields[i] == Target)
            {
                throw new DataException(
                    "A column is wanted twice.",
                    $"{records.Source}, column {Excerpt.Name(records.Names[fields[i]])}",
                    "Name every feature once, and the target not among them."
                );
            }
            (columns[fields[i]], slots[fields[i]]) = (features[i], i);
        }
        Samples = new SampleReader(columns, slots, rules);
        bool isUnused(int field) => columns[field] is null && field != Target && !Ids.Contains(field);
        hasRowNames = records.HasRowNames && isUnused(0);
        Ignored = [.. records.Names.Where((_, field) => isUnused(field) && !(hasRowNames && field == 0))];
    }

    /// <summary>The field with the target; null where the file has none, or none was named.</summary>
    internal int? Target { get; }

    /// <summary>The fields that name a row.</summary>
    internal int[] Ids { get; }

    /// <summary>The names of unused columns.</summary>
    internal IReadOnlyList<string> Ignored { get; }

    /// <summary>Turns a record into a sample.</summary>
    internal SampleReader Samples { get; }

    /// <summary>What the numbers of a sample mean.</summary>
    /// <remarks>Only free text differs from what the model has: it has the texts that were read.</remarks>
    internal IReadOnlyList<Feature> Schema => hasTexts ? [.. features.Select(column => column.Feature)] : known;

    /// <summary>What was noticed so far.</summary>
    internal IEnumerable<Finding> Findings =>
        [
            .. hasRowNames ? [RowNaming.OfUnnamed(records.Names[0])] : (Finding[])[],
            .. FileFindings.OfNames(records),
            .. FileFindings.OfRows(records),
            .. ColumnFindings.OfCells(features, Schema, rules),
        ];

    /// <summary>The whole file as one table.</summary>
    /// <exception cref="DataException">A row does not fit.</exception>
    internal Table ReadTable()
    {
        RowCollector rows = new(records, Samples, features.Length, Target, rules);
        PackedCells cells = rows.ReadAll();
        return new Table(records.Source, Schema, cells, rows.Target, Ignored, rows.Lines)
        {
            IdNames = [.. Ids.Select(field => records.Names[field])],
            Format = format,
            FileFindings = [.. Findings],
            TargetFindings = TargetFindings.Of,
        };
    }

    /// <summary>Begins another portion.</summary>
    internal void Restart()
    {
        foreach (Column column in features)
        {
            column.Restart();
        }
    }

    private Column Create(Feature feature) =>
        feature switch
        {
            NumberFeature number => new KnownNumberColumn(number, rules),
            CategoryFeature category => new LookupColumn(category, rules),
            DateFeature date => new KnownDateColumn(date, rules),
            TextFeature => new CategoryColumn(rules, texts => new TextFeature(feature.Name, texts)),
            _ => throw new ArgumentException($"A {feature.GetType().Name} cannot be read from a file."),
        };
}
