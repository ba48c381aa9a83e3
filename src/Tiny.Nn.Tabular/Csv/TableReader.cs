using Tiny.Nn.Tabular.Csv.Columns;
using Tiny.Nn.Tabular.Csv.Records;
using Tiny.Nn.Tabular.Csv.Sources;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tables.Cells;
using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Reads a table without a schema: the kinds of columns that were not declared are inferred from all rows.</summary>
/// <param name="source">The file's name, for messages.</param>
/// <param name="options">What was declared.</param>
/// <param name="whenSuspect">Called for all columns that are probably not what they were inferred to be; may throw.</param>
internal sealed class TableReader(string source, CsvOptions options, Action<IReadOnlyCollection<Suspicion>> whenSuspect)
{
    private readonly CellRules rules = options.Format.Rules;
    private readonly Dictionary<string, Suspicion> suspicions = [];

    /// <exception cref="DataException">The stream cannot be read, or does not hold such a table.</exception>
    internal Table Read(Stream stream)
    {
        Stream repeatable = stream.CanSeek ? stream : new KeptStream(stream);
        long start = repeatable.Position;
        using CsvRecords records = options.Open(repeatable, source);
        ColumnRole[] roles = ColumnRoles.Find(options, records);
        int[] fields = [.. Enumerable.Range(0, roles.Length).Where(field => ColumnRoles.IsFeature(roles[field]))];
        Column?[] columns = [.. roles.Select((role, field) => Create(role, records.Names[field]))];
        Column[] features = [.. fields.Select(field => columns[field]!)];
        int[] slots = [.. roles.Select((_, field) => Array.IndexOf(fields, field))];
        int? target = Array.IndexOf(roles, ColumnRole.Target) is >= 0 and var found ? found : null;

        SampleReader samples = new(columns, slots, rules);
        RowCollector rows = new(records, samples, features.Length, target, rules, options.Scratch);
        PackedCells cells = rows.ReadAll();
        TargetColumn? predicted = rows.Target;
        foreach (Column column in features)
        {
            column.Judge(cells.Columns);
        }
        whenSuspect(suspicions.Values);
        if (features.Any(column => column.RowsToReadAgain > 0))
        {
            repeatable.Position = start;
            using CsvRecords again = options.Open(repeatable, source);
            ReadAgain(again, fields, features, target, cells);
        }
        foreach (Column column in features)
        {
            column.JudgeAgain();
        }
        ExtraColumn[] extra = [];
        if (options.Extra.Count > 0)
        {
            ColumnFinder finder = new(records.Names, source);
            int[] wanted = [.. options.Extra.Select(column => finder.Require(column, "extra"))];
            repeatable.Position = start;
            using CsvRecords again = options.Open(repeatable, source);
            extra = ExtraColumns.Read(again, wanted, target, rules, rows.Lines, options.Scratch);
        }
        OrderLevels(features, cells);
        Finding[] naming = LeaveOutNames(ref features, ref cells);
        whenSuspect(suspicions.Values);
        Feature[] schema = [.. features.Select(column => column.Feature)];
        return new Table(source, schema, cells, predicted, Names(records, roles, ColumnRole.Ignored), rows.Lines)
        {
            IdNames =
            [
                .. Names(records, roles, ColumnRole.RowName),
                .. Names(records, roles, ColumnRole.Id),
                .. naming.Select(finding => finding.Column!),
            ],
            Extra = extra,
            Format = options.Format with { Thousands = options.Thousands || HasThousands(features, predicted) },
            FileFindings =
            [
                .. FileFindings.OfHeader(records, options),
                .. FileFindings.OfNames(records),
                .. FileFindings.OfRows(records),
                .. TotalRow.Find(schema, cells, rows.Lines),
                .. Names(records, roles, ColumnRole.RowName).Select(RowNaming.OfUnnamed),
                .. naming,
                .. ColumnFindings.OfColumns(features, schema, cells, rules),
                .. ExtraFindings.Of(extra, options.ExtraRoles),
            ],
            TargetFindings = TargetFindings.Of,
        };
    }

    /// <summary>True where a column leaves no doubt that the mark that is not decimal separates thousands: the next file is written alike.</summary>
    private static bool HasThousands(Column[] features, TargetColumn? target) =>
        Array.Exists(features, column => column.HasThousands) || target?.Writing?.HasThousands == true;

    /// <summary>Leaves out the columns that name rows, unless no other would be left.</summary>
    private static Finding[] LeaveOutNames(ref Column[] features, ref PackedCells cells)
    {
        Finding?[] naming = RowNaming.Find(features, [.. features.Select(column => column.Feature)], cells);
        if (Array.TrueForAll(naming, finding => finding is not null))
        {
            naming = new Finding?[features.Length];
        }
        int[] kept = [.. Enumerable.Range(0, features.Length).Where(i => naming[i] is null)];
        Column[] all = features;
        foreach (GuessedColumn column in kept.Select(i => all[i]).OfType<GuessedColumn>())
        {
            column.JudgeFeature();
        }
        if (kept.Length < all.Length)
        {
            (features, cells) = ([.. kept.Select(i => all[i])], cells.Keep(kept));
        }
        return [.. naming.OfType<Finding>()];
    }

    private static string[] Names(CsvRecords records, ColumnRole[] roles, ColumnRole role) =>
        [.. records.Names.Where((_, field) => roles[field] == role)];

    private Column? Create(ColumnRole role, string name) =>
        role switch
        {
            ColumnRole.Guessed => new GuessedColumn(
                name,
                rules,
                options.Features is null,
                RowNaming.IsKey(name),
                suspicion => suspicions[name] = suspicion
            ),
            ColumnRole.Number => new NumberColumn(name, rules),
            ColumnRole.Date => new DateColumn(name, rules),
            ColumnRole.Category => new CategoryColumn(
                rules,
                texts => new CategoryFeature(name, Levels.Order(texts, rules).Names)
            ),
            ColumnRole.Text => new CategoryColumn(rules, texts => new TextFeature(name, texts)),
            _ => null,
        };

    /// <summary>The rows above the first text of each column: what was read as numbers there are texts. And columns that are known only now.</summary>
    private void ReadAgain(CsvRecords records, int[] fields, Column[] features, int? target, PackedCells cells)
    {
        int last = features.Max(column => column.RowsToReadAgain);
        double[][] read = [.. features.Select(_ => new double[Math.Min(last, cells.SamplesOfBlock)])];
        int row = 0;
        while (row < last && records.MoveNext())
        {
            if (target is { } field && rules.IsMissing(new Cell(records, field).Text))
            {
                continue;
            }
            for (int i = 0; i < features.Length; i++)
            {
                if (row < features[i].RowsToReadAgain)
                {
                    read[i][row % cells.SamplesOfBlock] = features[i].ReadAgain(new Cell(records, fields[i]));
                }
            }
            row++;
            if (row % cells.SamplesOfBlock == 0 || row == last)
            {
                Replace(features, read, row, cells);
            }
        }
    }

    /// <summary>Puts what was read again of a block into its place.</summary>
    /// <param name="features">The columns.</param>
    /// <param name="read">Of each its cells of the block.</param>
    /// <param name="rows">How many rows have been read, those of the block included.</param>
    /// <param name="cells">Receives the cells.</param>
    private static void Replace(Column[] features, double[][] read, int rows, PackedCells cells)
    {
        int first = (rows - 1) / cells.SamplesOfBlock * cells.SamplesOfBlock;
        cells.Change(
            first,
            rows,
            numbers =>
            {
                for (int i = 0; i < features.Length; i++)
                {
                    for (int row = first; row < Math.Min(rows, features[i].RowsToReadAgain); row++)
                    {
                        numbers[i, row - first] = read[i][row - first];
                    }
                }
            }
        );
    }

    /// <summary>So far categories are coded in the order of their first occurrence; recodes them in the order of their levels.</summary>
    private void OrderLevels(Column[] features, PackedCells cells)
    {
        int[]?[] places = [.. features.Select(PlacesOf)];
        if (Array.TrueForAll(places, own => own is null))
        {
            return;
        }
        cells.Change(
            0,
            cells.Columns,
            numbers =>
            {
                foreach ((int i, int[]? own) in places.Index())
                {
                    for (int row = 0; row < numbers.Columns && own is not null; row++)
                    {
                        double code = numbers[i, row];
                        numbers[i, row] = double.IsNaN(code) ? code : own[(int)code];
                    }
                }
            }
        );
    }

    /// <summary>For each text of a category its place in the order of the levels; null for what is no category.</summary>
    private int[]? PlacesOf(Column column)
    {
        IReadOnlyList<string>? texts = column switch
        {
            GuessedColumn { IsCategory: true } guessed => guessed.Levels,
            CategoryColumn { Feature: CategoryFeature } category => category.Texts,
            _ => null,
        };
        return texts is null ? null : Levels.Order(texts, rules).Places;
    }
}
