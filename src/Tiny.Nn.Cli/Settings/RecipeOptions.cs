using System.CommandLine;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Settings;

/// <summary>The flags that make a recipe: one for each setting. A flag that is not given leaves what the usual recipe has.</summary>
/// <param name="usual">What holds where a flag is not given.</param>
internal sealed class RecipeOptions(Recipe usual)
{
    private readonly (Setting Setting, Option<string?> Flag)[] rows =
    [
        .. SettingTable.All.Select(setting => (setting, Flag.Of(setting, usual))),
    ];

    /// <summary>The flags of a new recipe.</summary>
    internal RecipeOptions()
        : this(new Recipe()) { }

    private readonly Option<NamedRecipe?> named = Flag.Named(
        "--recipe",
        $"A recipe that is known to work, which other flags may change: {string.Join(", ", NamedRecipe.All.Select(recipe => recipe.Name))}.",
        new NameText<NamedRecipe>(() => NamedRecipe.All, recipe => recipe.Name)
    );

    /// <summary>The flag of a recipe by its name.</summary>
    internal Option Named => named;

    internal IEnumerable<Option> All => rows.Select(row => row.Flag);

    /// <summary>The flags of one part.</summary>
    internal IReadOnlyList<Option> Of(SettingPart part) =>
        [.. rows.Where(row => row.Setting.Part == part).Select(row => row.Flag)];

    /// <summary>The flag of a setting.</summary>
    internal Option Of(Setting setting) => FlagOf(setting);

    /// <summary>The recipe that a command line names; null where it names none.</summary>
    internal NamedRecipe? NamedIn(ParseResult parsed) => parsed.GetValue(named);

    /// <summary>The settings that a command line gives, as texts by their names.</summary>
    internal IReadOnlyDictionary<string, string> Texts(ParseResult parsed) =>
        rows.Where(row => parsed.GetValue(row.Flag) is not null)
            .ToDictionary(row => row.Setting.Name, row => parsed.GetValue(row.Flag)!);

    /// <summary>The recipe of a command line.</summary>
    /// <exception cref="UsageException">A flag does not go with another one, or with what is usual.</exception>
    internal Recipe Read(ParseResult parsed) => Read(parsed, usual);

    /// <summary>
    /// The recipe of a whole training. A linear model of which no flag says how it is trained is the one that reports compare with.
    /// </summary>
    /// <exception cref="UsageException">A flag does not go with another one, or with what is usual.</exception>
    internal Recipe ReadTraining(ParseResult parsed) =>
        ReadTraining(parsed, Begin(parsed, TargetKind.Classification, 0));

    /// <summary>The recipe for a table: what a named one makes of its task and size.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="recipe">What was read before the table was there.</param>
    /// <param name="table">The table.</param>
    internal Recipe ReadFor(ParseResult parsed, Recipe recipe, Table table)
    {
        if (!Given.Has(parsed, named) || table.Target is not { } target)
        {
            return recipe;
        }
        Recipe begun = Begin(parsed, recipe.Kind ?? target.SuggestedKind, NamedRecipe.TrainingRows(recipe, table.Rows));
        return ReadTraining(parsed, begun) with { TestFraction = recipe.TestFraction };
    }

    private Recipe Begin(ParseResult parsed, TargetKind kind, int rows) =>
        parsed.GetValue(named)?.For(usual, kind, rows) ?? usual;

    private Recipe ReadTraining(ParseResult parsed, Recipe start)
    {
        Recipe recipe = Read(parsed, start);
        bool saysHow = rows.Any(row =>
            (row.Setting.Part == SettingPart.Step || CourseSettings.All.Contains(row.Setting))
            && parsed.GetValue(row.Flag) is not null
        );
        recipe = recipe.Hidden.IsEmpty && !saysHow ? recipe.Linear() : recipe;
        return FullBatchFault.Find(recipe) is { } fault
            ? throw new UsageException(fault.What, fault.Where, fault.Advice)
            : recipe;
    }

    /// <summary>The same, beginning with another recipe.</summary>
    internal Recipe Read(ParseResult parsed, Recipe start)
    {
        Recipe recipe = start;
        foreach ((Setting setting, Option<string?> flag) in rows)
        {
            if (parsed.GetValue(flag) is not { } text)
            {
                continue;
            }
            if (setting.CheckOwner(recipe, "--") is { } fault)
            {
                throw new UsageException(fault.What, $"{flag.Name} {text}", fault.Advice);
            }
            recipe = setting.Read(recipe, text);
        }
        return recipe;
    }

    /// <summary>
    /// The recipe of a command line on which nobody has to describe a network: where no flag describes one, bags of networks are trained with normal
    /// effort.
    /// </summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="others">Flags of the command that look into one network.</param>
    /// <exception cref="UsageException">A flag does not go with another one.</exception>
    internal Recipe ReadWithEffort(ParseResult parsed, params IEnumerable<Option> others)
    {
        Option<string?> effort = FlagOf(SettingTable.Effort);
        Option[] describing = [named, .. SettingTable.OfOneNetwork.Select(FlagOf), .. others];
        Option? described = Array.Find(describing, flag => Given.Has(parsed, flag));
        Recipe recipe = ReadTraining(parsed);
        if (recipe.Effort != Effort.None && described is not null)
        {
            throw Given.Contradiction(
                effort.Name,
                described.Name,
                $"with the effort {parsed.GetValue(effort)} the size of the table decides about networks and their training."
            );
        }
        return Given.Has(parsed, effort) || described is not null ? recipe : recipe with { Effort = Effort.Normal };
    }

    /// <summary>The recipe of a single step, for which no row is set aside.</summary>
    /// <exception cref="UsageException">A flag does not go with another one, or the optimizer takes all rows at once.</exception>
    internal Recipe ReadStep(ParseResult parsed, Recipe start) =>
        RequireSteps(Read(parsed, start)) with
        {
            ValidationFraction = 0,
            TestFraction = 0,
        };

    /// <exception cref="UsageException">The optimizer takes all rows at once, or nobody sees a whole batch.</exception>
    internal static Recipe RequireSteps(Recipe recipe) =>
        recipe switch
        {
            { FullBatch: { } method } => throw new UsageException(
                $"The optimizer {method} takes all rows at once, and here a step of a batch is shown.",
                $"--{OptimizerSettings.Name.Name} {method}",
                "Leave it out, or give another one, such as adam."
            ),
            { Shards: > 1 and var shards } => throw new UsageException(
                "A batch that is cut into shards is seen by nobody as a whole, and here a step of a batch is shown.",
                $"--shards {shards}",
                "Leave it out."
            ),
            _ => recipe,
        };

    /// <summary>Refuses flags that say nothing about the task at hand: whoever gave one expects something of it.</summary>
    /// <exception cref="UsageException">There is such a flag.</exception>
    internal void Require(ParseResult parsed, TargetKind kind, TargetColumn target)
    {
        foreach ((Setting setting, Option<string?> flag) in rows)
        {
            if (setting.Task is { } task && task != kind && Given.Has(parsed, flag))
            {
                string its = NameText.Of(task);
                throw new UsageException(
                    $"{flag.Name} is for a {its}, and this is a {NameText.Of(kind)}.",
                    flag.Name,
                    $"Leave it out, or give --{RowSettings.Task.Name} {its}."
                );
            }
        }
        if (kind == TargetKind.Classification)
        {
            RequireClasses(parsed, target);
        }
    }

    /// <summary>A threshold that is to be chosen needs rows to choose it by.</summary>
    /// <exception cref="UsageException">There will be none.</exception>
    internal static void RequireValidation(Recipe recipe, bool hasParts)
    {
        if (recipe.Threshold is not FixedThreshold && !recipe.HasBags && recipe.ValidationFraction == 0 && !hasParts)
        {
            throw new UsageException(
                "Validation rows choose the threshold, and there are none.",
                $"--threshold {recipe.Threshold} --validation 0",
                "Leave one of the two out, or give the threshold as a number."
            );
        }
    }

    /// <summary>Refuses what the classes make no sense of: a threshold or a positive one for other than two, a weight for what is no class.</summary>
    private void RequireClasses(ParseResult parsed, TargetColumn target)
    {
        IReadOnlyList<string> classes = target.Levels;
        Recipe recipe = Read(parsed);
        if (parsed.GetValue(FlagOf(DataSettings.Threshold)) is not null && classes.Count != 2)
        {
            throw new UsageException(
                $"A threshold is for two classes, and the target has {classes.Count}.",
                $"--{DataSettings.Threshold.Name} {recipe.Threshold}",
                "Leave it out: of several classes the most probable one is predicted."
            );
        }
        if (parsed.GetValue(FlagOf(DataSettings.Positive)) is not null)
        {
            RequirePositive(recipe.Positive!, target);
        }
        IEnumerable<string> named = (recipe.ClassWeights as GivenWeighting)?.Names ?? [];
        if (named.FirstOrDefault(name => !classes.Contains(target.NameOf(name))) is { } unknown)
        {
            throw new UsageException(
                $"A weight is given for \"{unknown}\", which is no class.",
                $"--{DataSettings.ClassWeight.Name} {recipe.ClassWeights}",
                $"{Closest.Meant(unknown, classes)}The classes are: {Excerpt.List(classes)}."
            );
        }
    }

    private static void RequirePositive(string positive, TargetColumn target)
    {
        IReadOnlyList<string> classes = target.Levels;
        string where = $"--{DataSettings.Positive.Name} {positive}";
        if (classes.Count != 2)
        {
            throw new UsageException(
                $"A positive class is one of two, and the target has {classes.Count}: {Excerpt.List(classes)}.",
                where,
                "Leave it out: of several classes each has its own precision and recall."
            );
        }
        if (!classes.Contains(target.NameOf(positive)))
        {
            throw new UsageException(
                $"\"{positive}\" is no class.",
                where,
                $"{Closest.Meant(positive, classes)}The classes are: {Excerpt.List(classes)}."
            );
        }
    }

    private Option<string?> FlagOf(Setting setting) => rows.First(row => row.Setting == setting).Flag;
}
