using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Reads a table without a schema: the kinds of columns that were not declared are inferred from all rows.</summary>
/// <param name="source">The file's name, for messages.</param>
/// <param name="options">What was declared.</param>
/// <param name="whenSuspect">Called for all columns that are probably not what they were inferred to be; may throw.</param>
internal sealed class TableReader<T>(
    string source,
    CsvOptions options,
    Action<IReadOnlyCollection<Suspicion>> whenSuspect
)
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly CellRules rules = options.Format.Rules;
    private readonly Dictionary<string, Suspicion> suspicions = [];

    /// <exception cref="DataException">The stream cannot be read, or does not hold such a table.</exception>
    internal Table<T> Read(Stream stream)
    {
        Stream repeatable = stream.CanSeek ? stream : new KeptStream(stream);
        long start = repeatable.Position;
        using CsvRecords records = new(repeatable, source, options.Delimiter, options.Format);
        ColumnRole[] roles = ColumnRoles.Find(options, records);
        int[] fields = [.. Enumerable.Range(0, roles.Length).Where(field => ColumnRoles.IsFeature(roles[field]))];
        Column<T>?[] columns = [.. roles.Select((role, field) => Create(role, records.Names[field]))];
        Column<T>[] features = [.. fields.Select(field => columns[field]!)];
        int[] slots = [.. roles.Select((_, field) => Array.IndexOf(fields, field))];
        int? target = Array.IndexOf(roles, ColumnRole.Target) is >= 0 and var found ? found : null;

        SampleReader<T> samples = new(columns, slots, rules);
        RowCollector<T> rows = new(records, samples, features.Length, target, rules);
        Matrix<T> matrix = rows.ReadAll();
        foreach (GuessedColumn<T> column in features.OfType<GuessedColumn<T>>())
        {
            column.Judge();
        }
        whenSuspect(suspicions.Values);
        if (features.OfType<GuessedColumn<T>>().Any(column => column.RowsToReadAgain > 0))
        {
            repeatable.Position = start;
            using CsvRecords again = new(repeatable, source, options.Delimiter, options.Format);
            ReadAgain(again, fields, features, target, matrix);
        }
        ExtraColumn[] extra = [];
        if (options.Extra.Count > 0)
        {
            ColumnFinder finder = new(records.Names, source);
            int[] wanted = [.. options.Extra.Select(column => finder.Require(column, "extra"))];
            repeatable.Position = start;
            using CsvRecords again = new(repeatable, source, options.Delimiter, options.Format);
            extra = ExtraColumns.Read(again, wanted, target, rules, rows.Lines);
        }
        OrderLevels(features, matrix);
        Finding[] naming = LeaveOutNames(ref features, ref matrix);
        whenSuspect(suspicions.Values);
        Feature[] schema = [.. features.Select(column => column.Feature)];
        return new Table<T>(source, schema, matrix, rows.Target, Names(records, roles, ColumnRole.Ignored), rows.Lines)
        {
            IdNames =
            [
                .. Names(records, roles, ColumnRole.RowName),
                .. Names(records, roles, ColumnRole.Id),
                .. naming.Select(finding => finding.Column!),
            ],
            Extra = extra,
            Format = options.Format,
            FileFindings =
            [
                .. FileFindings.OfHeader(records, options),
                .. FileFindings.OfRows(records),
                .. TotalRow.Find(schema, matrix, rows.Lines),
                .. Names(records, roles, ColumnRole.RowName).Select(RowNaming.OfUnnamed),
                .. naming,
                .. ColumnFindings.OfColumns(features, schema, matrix, rules),
            ],
            TargetFindings = TargetFindings.Of,
        };
    }

    /// <summary>Leaves out the columns that name rows, unless no other would be left.</summary>
    private static Finding[] LeaveOutNames(ref Column<T>[] features, ref Matrix<T> matrix)
    {
        Finding?[] naming = RowNaming.Find(features, [.. features.Select(column => column.Feature)], matrix);
        if (Array.TrueForAll(naming, finding => finding is not null))
        {
            naming = new Finding?[features.Length];
        }
        int[] kept = [.. Enumerable.Range(0, features.Length).Where(i => naming[i] is null)];
        Column<T>[] all = features;
        foreach (GuessedColumn<T> column in kept.Select(i => all[i]).OfType<GuessedColumn<T>>())
        {
            column.JudgeFeature();
        }
        if (kept.Length < all.Length)
        {
            Matrix<T> rest = new(kept.Length, matrix.Columns);
            for (int row = 0; row < matrix.Columns; row++)
            {
                for (int i = 0; i < kept.Length; i++)
                {
                    rest[i, row] = matrix[kept[i], row];
                }
            }
            (features, matrix) = ([.. kept.Select(i => all[i])], rest);
        }
        return [.. naming.OfType<Finding>()];
    }

    private static string[] Names(CsvRecords records, ColumnRole[] roles, ColumnRole role) =>
        [.. records.Names.Where((_, field) => roles[field] == role)];

    private Column<T>? Create(ColumnRole role, string name) =>
        role switch
        {
            ColumnRole.Guessed => new GuessedColumn<T>(
                name,
                rules,
                options.Features is null,
                RowNaming.IsKey(name),
                suspicion => suspicions[name] = suspicion
            ),
            ColumnRole.Number => new NumberColumn<T>(name, rules),
            ColumnRole.Date => new DateColumn<T>(name, rules),
            ColumnRole.Category => new CategoryColumn<T>(
                rules,
                texts => new CategoryFeature(name, Levels.Order(texts, rules).Names)
            ),
            ColumnRole.Text => new CategoryColumn<T>(rules, texts => new TextFeature(name, texts)),
            _ => null,
        };

    /// <summary>The rows above the first text of each column: what was read as numbers there are texts.</summary>
    private void ReadAgain(CsvRecords records, int[] fields, Column<T>[] features, int? target, Matrix<T> matrix)
    {
        int last = features.OfType<GuessedColumn<T>>().Max(column => column.RowsToReadAgain);
        for (int row = 0; row < last && records.MoveNext(); )
        {
            if (target is { } field && rules.IsMissing(new Cell(records, field).Text))
            {
                continue;
            }
            for (int i = 0; i < features.Length; i++)
            {
                if (features[i] is GuessedColumn<T> column && row < column.RowsToReadAgain)
                {
                    matrix[i, row] = column.ReadAgain(new Cell(records, fields[i]));
                }
            }
            row++;
        }
    }

    /// <summary>So far categories are coded in the order of their first occurrence; recodes them in the order of their levels.</summary>
    private void OrderLevels(Column<T>[] features, Matrix<T> matrix)
    {
        for (int i = 0; i < features.Length; i++)
        {
            IReadOnlyList<string>? texts = features[i] switch
            {
                GuessedColumn<T> { IsCategory: true } column => column.Levels,
                CategoryColumn<T> { Feature: CategoryFeature } column => column.Texts,
                _ => null,
            };
            if (texts is null)
            {
                continue;
            }
            int[] places = Levels.Order(texts, rules).Places;
            for (int row = 0; row < matrix.Columns; row++)
            {
                T code = matrix[i, row];
                matrix[i, row] = T.IsNaN(code) ? code : T.CreateTruncating(places[int.CreateTruncating(code)]);
            }
        }
    }
}
