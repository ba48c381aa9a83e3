using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
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

    private Option<string?>[] Columns => [weight, split, group, time];

    /// <exception cref="UsageException">The test rows are to come from stdin.</exception>
    internal void Check(ParseResult parsed)
    {
        if (parsed.GetValue(testFile) == StandardInput.Path)
        {
            throw new UsageException("Test rows do not come from stdin.", "--test-file -", "Name a file.");
        }
    }

    /// <summary>True where a column may name validation rows.</summary>
    internal bool NamesParts(ParseResult parsed) => Given.Has(parsed, split);

    /// <summary>True where something else than a share of the rows tests.</summary>
    internal bool NamesTestRows(ParseResult parsed) => Given.Has(parsed, split) || Given.Has(parsed, testFile);

    /// <summary>The flag that says which rows are for what, or else the seed that a share of them is drawn by.</summary>
    internal string Divider(ParseResult parsed) =>
        new[] { split, time, group }.FirstOrDefault(flag => Given.Has(parsed, flag))?.Name ?? "--seed";

    /// <summary>The file of test rows; null where there is none.</summary>
    internal string? TestFile(ParseResult parsed) => parsed.GetValue(testFile);

    /// <summary>The columns that tell of rows and are no features.</summary>
    internal IReadOnlyList<string> Extra(ParseResult parsed) => [.. Columns.Select(parsed.GetValue).OfType<string>()];

    /// <summary>What each of them is for, as messages say it.</summary>
    internal IReadOnlyList<string> Roles(ParseResult parsed) =>
        [.. Columns.Where(flag => parsed.GetValue(flag) is not null).Select(flag => flag.Name[2..].Split('-')[0])];

    /// <summary>The group of each row, which stays together; null where all are independent.</summary>
    internal IReadOnlyList<string>? Groups(ParseResult parsed, Table table) => Find(parsed, table, group)?.Labels();

    /// <summary>How much each row counts in training; empty where all count the same.</summary>
    /// <exception cref="DataException">A weight is no number.</exception>
    internal ReadOnlyMemory<double> Weights(ParseResult parsed, Table table) =>
        Find(parsed, table, weight) is { } column ? (double[])[.. column.Numbers()] : default;

    /// <summary>What a recipe makes of a table whose rows are divided as the flags say.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="table">What was read.</param>
    /// <param name="recipe">Its share of test rows counts where a share is wanted.</param>
    /// <param name="options">How the table was read, and so another is to be.</param>
    /// <exception cref="DataException">A column does not hold what it should, or the test file cannot be read.</exception>
    internal Plan<float> Plan(ParseResult parsed, Table table, Recipe recipe, CsvOptions options)
    {
        ReadOnlyMemory<double> weights = Weights(parsed, table);
        return parsed.GetValue(testFile) is { } path && Find(parsed, table, split) is null
            ? Experiment.Plan<float>(table, recipe, ReadTest(path, table, options), weights)
            : Experiment.Plan<float>(table, recipe, Splitter(parsed, table, recipe), weights);
    }

    private static Table ReadTest(string path, Table table, CsvOptions options) =>
        CsvTable.Read(path, table.Schema, table.Target!.Name, options);

    private Splitter? Splitter(ParseResult parsed, Table table, Recipe recipe)
    {
        if (Find(parsed, table, split) is { } parts)
        {
            return Tabular.Splits.Splitter.ByColumn(parts.Texts, row => $"{table.Source}, line {table.LineOf(row)}");
        }
        if (Find(parsed, table, time) is { } times)
        {
            return Tabular.Splits.Splitter.ByTime(times.Times(), recipe.TestFraction);
        }
        return Groups(parsed, table) is { } groups
            ? Tabular.Splits.Splitter.ByGroup(groups, recipe.TestFraction)
            : null;
    }

    /// <summary>The column that a flag names, as it was asked for when the table was read.</summary>
    private ExtraColumn? Find(ParseResult parsed, Table table, Option<string?> flag) =>
        parsed.GetValue(flag) is { } name
            ? table.Extra[Extra(parsed).Index().First(asked => asked.Item == name).Index]
            : null;

    private static Option<string?> Column(string name, string description) =>
        new(name) { Description = $"A column that is no feature. {description}" };
}
