using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Train;

/// <summary>The flags that say which rows judge, and how much rows count: what a recipe, made for any table, cannot say.</summary>
internal sealed class ProtocolOptions
{
    private readonly Option<string?> weight = Column("--weight-column", "How much each row counts in training.");
    private readonly Option<string?> split = Column("--split-column", "The part of each row: train, valid or test.");
    private readonly Option<string?> group = Column("--group", "Rows that belong together stay on one side.");
    private readonly Option<string?> time = Column("--time", "When each row was: the last ones test.");
    private readonly Option<string?> testFile = new("--test-file")
    {
        Description = "The rows of this CSV file test; those of the data are all for training and validation.",
    };

    internal IEnumerable<Option> All => [weight, split, testFile, group, time];

    /// <summary>The columns in a fixed order, in which a table has them too.</summary>
    private Option<string?>[] Columns => [weight, split, group, time];

    /// <exception cref="UsageException">The test rows are to come from stdin.</exception>
    internal void Check(ParseResult parsed)
    {
        if (parsed.GetValue(testFile) == DataSource.Stdin)
        {
            throw new UsageException("Test rows do not come from stdin.", "--test-file -", "Name a file.");
        }
    }

    /// <summary>True where a column may name validation rows.</summary>
    internal bool NamesParts(ParseResult parsed) => Given.Has(parsed, split);

    /// <summary>True where something else than a share of the rows tests.</summary>
    internal bool NamesTestRows(ParseResult parsed) => Given.Has(parsed, split) || Given.Has(parsed, testFile);

    /// <summary>The file of test rows; null where there is none.</summary>
    internal string? TestFile(ParseResult parsed) => parsed.GetValue(testFile);

    /// <summary>The columns that tell of rows and are no features.</summary>
    internal IReadOnlyList<string> Extra(ParseResult parsed) => [.. Columns.Select(parsed.GetValue).OfType<string>()];

    /// <summary>Which rows belong together; null where all are independent.</summary>
    internal Groups? Groups(ParseResult parsed, Table<float> table) =>
        Find(parsed, table, group) is { } column ? Tabular.Splits.Groups.FromTexts(column.Labels()) : null;

    /// <summary>What the rows are for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="table">What was read.</param>
    /// <param name="recipe">Its share of test rows counts where a share is wanted.</param>
    /// <param name="options">How the table was read, and so another is to be.</param>
    /// <exception cref="DataException">A column does not hold what it should, or the test file cannot be read.</exception>
    internal Protocol Read(ParseResult parsed, Table<float> table, Recipe recipe, CsvOptions options) =>
        new()
        {
            Holdout = Holdout(parsed, table, recipe, options),
            Weights = Find(parsed, table, weight) is { } weights ? (double[])[.. weights.Numbers()] : default,
        };

    private Holdout? Holdout(ParseResult parsed, Table<float> table, Recipe recipe, CsvOptions options)
    {
        if (Find(parsed, table, split) is { } parts)
        {
            return new PartsHoldout(Parts.FromTexts(parts.Texts, row => $"{table.Source}, line {table.LineOf(row)}"));
        }
        if (parsed.GetValue(testFile) is { } path)
        {
            return new TableHoldout<float>(
                CsvTable.Read<float>(path, table.Schema, table.Target!.Name, options) is { Target: not null } tested
                    ? tested
                    : throw new DataException(
                        $"There is no target column '{table.Target.Name}'.",
                        path,
                        "Add it: rows without a target cannot test."
                    )
            );
        }
        if (Find(parsed, table, time) is { } times)
        {
            return new TimeHoldout(times.Times(), recipe.TestFraction);
        }
        return Groups(parsed, table) is { } groups ? new GroupHoldout(groups, recipe.TestFraction) : null;
    }

    private ExtraColumn? Find(ParseResult parsed, Table<float> table, Option<string?> flag) =>
        parsed.GetValue(flag) is null
            ? null
            : table.Extra[Columns.TakeWhile(other => other != flag).Count(other => parsed.GetValue(other) is not null)];

    private static Option<string?> Column(string name, string description) =>
        new(name) { Description = $"A column that is no feature. {description}" };
}
