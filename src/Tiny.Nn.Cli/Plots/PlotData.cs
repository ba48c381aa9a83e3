using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Plots;

/// <summary>The flags of plots that train: data, target and recipe, as train has them. No row is set aside for a test.</summary>
internal sealed class PlotData
{
    private readonly DataOptions dataOptions = new();
    private readonly RecipeOptions recipeOptions = new();

    /// <param name="arity">Whether there must be a file.</param>
    /// <param name="choose">The flags of a recipe that the plot has.</param>
    internal PlotData(ArgumentArity arity, Func<RecipeOptions, IEnumerable<Option>> choose)
    {
        Recipe = [.. choose(recipeOptions)];
        Data = new Argument<string?>("data")
        {
            Description = "A CSV file with a header or a Parquet file, or - for stdin.",
            Arity = arity,
        };
    }

    internal Argument<string?> Data { get; }

    internal Option<string?> Target { get; } =
        new("--target") { Description = "The column to be predicted: its name, or its number from 1 on." };

    /// <summary>The flags that say what is trained, and how.</summary>
    internal IReadOnlyList<Option> Recipe { get; }

    internal IEnumerable<Option> All => [Target, .. dataOptions.All, .. Recipe];

    /// <summary>How the file is written, and what its columns are for.</summary>
    internal CsvOptions ReadOptions(ParseResult parsed, CsvFormat? known = null) =>
        dataOptions.Read(parsed, parsed.GetValue(Target), known);

    /// <exception cref="UsageException">No target is named.</exception>
    /// <exception cref="DataException">The data cannot be used.</exception>
    internal Table ReadTable(ParseResult parsed, string path)
    {
        CsvOptions options = ReadOptions(parsed);
        string name = $"plot {parsed.CommandResult.Command.Name}";
        Session session = new(parsed);
        return options.Target is null
            ? throw DataSource.NoTarget(session, path, options, name)
            : DataSource.Read(session, path, options);
    }

    /// <summary>The recipe, once it is known that its flags suit the target.</summary>
    internal Recipe ReadRecipe(ParseResult parsed, Table table)
    {
        Contradictions.Refuse(parsed);
        Recipe recipe = recipeOptions.ReadTraining(parsed) with { TestFraction = 0 };
        RecipeOptions.RequireValidation(recipe, false);
        recipeOptions.Require(parsed, recipe.Kind ?? table.Target!.SuggestedKind, table.Target!);
        return recipe;
    }
}
