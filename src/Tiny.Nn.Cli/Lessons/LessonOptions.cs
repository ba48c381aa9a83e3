using System.CommandLine;
using Tiny.Nn.Activations;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Losses;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Lessons;

/// <summary>
/// The flags of a lesson: a CSV file and its target, or samples that are typed; and a network as train would begin with it, as somebody
/// wrote it down, or as train left it.
/// </summary>
internal sealed class LessonOptions
{
    /// <summary>Small enough to be read number by number, and the plainest of steps.</summary>
    private static readonly Recipe Small = new() { Hidden = [3], Optimizer = new Sgd() };

    private readonly Argument<string?> data = new("data")
    {
        Description = "A CSV file with a header, or - for stdin; none where samples are typed.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private readonly Option<string[]?> target = Flag.Names(
        "--target",
        "The column to be predicted: its name, or its number from 1 on. Several, with commas, are numbers."
    );
    private readonly SampleOptions typed = new();
    private readonly Option<int[][]?> rows;
    private readonly int usualRows;
    private readonly Option<string?> model = new("--model")
    {
        Description = "A model that train wrote: its weights and its preprocessing.",
    };
    private readonly MemberOption member = new();
    private readonly Option<string?> weights = new("--weights")
    {
        Description = "Weights and biases by hand: a JSON file, see docs/trace.md.",
    };
    private readonly Option<Activation?> output = LessonFlags.OutputActivation();
    private readonly Option<Loss?> loss = LessonFlags.Loss();
    private readonly DataOptions dataOptions = new();
    private readonly RecipeOptions recipeOptions = new(Small);

    /// <param name="usualRows">How many rows make the batch where nothing is said: the first ones.</param>
    internal LessonOptions(int usualRows = 1)
    {
        this.usualRows = usualRows;
        rows = Flag.Rows(
            "--rows",
            "Which rows of the data make the batch, from 1 on, rows without a target not counted: 3,7-9. "
                + (usualRows == 1 ? "[1]" : $"[1-{usualRows}]"),
            "1,5-8"
        );
        rows.Aliases.Add("--row");
    }

    internal Argument Data => data;

    private Option HuberDelta => recipeOptions.Of(LossSettings.HuberDelta);

    internal IEnumerable<Option> All =>
        [
            target,
            rows,
            typed.Input,
            typed.Expected,
            model,
            member.Flag,
            weights,
            .. recipeOptions.Of(SettingPart.Network),
            output,
            loss,
            HuberDelta,
            .. recipeOptions.Of(SettingPart.Step),
            .. recipeOptions.Of(SettingPart.Data),
            .. dataOptions.All,
        ];

    /// <summary>The files that it reads.</summary>
    internal IReadOnlyList<string> Files(ParseResult parsed) =>
        [.. new[] { parsed.GetValue(data), parsed.GetValue(model), parsed.GetValue(weights) }.OfType<string>()];

    /// <summary>The lesson of a command line.</summary>
    /// <exception cref="UsageException">Flags contradict each other, or the weights do not fit.</exception>
    /// <exception cref="DataException">The data cannot be used.</exception>
    internal Lesson Read(ParseResult parsed)
    {
        LessonDraft draft = Draft(parsed);
        return draft.Create(draft.Seed);
    }

    /// <summary>The lesson of a command line with its files read, whatever the seed.</summary>
    /// <exception cref="UsageException">Flags contradict each other, or the weights do not fit.</exception>
    /// <exception cref="DataException">The data cannot be used.</exception>
    internal LessonDraft Draft(ParseResult parsed)
    {
        Refuse(parsed);
        return LessonDraft.Guard(() => Choose(parsed));
    }

    private LessonDraft Choose(ParseResult parsed)
    {
        if (parsed.GetValue(typed.Input) is { Length: > 0 } inputs)
        {
            return ReadTyped(parsed, inputs);
        }
        string path =
            parsed.GetValue(data)
            ?? throw new UsageException(
                "There are no samples.",
                parsed.CommandResult.Command.Name,
                "Name a CSV file and its --target, or type a sample: --input 0.05,0.1 --expected 0.01,0.99"
            );
        return parsed.GetValue(model) is { } trained ? ReadTrained(parsed, trained, path) : ReadTable(parsed, path);
    }

    private LessonDraft ReadTable(ParseResult parsed, string path)
    {
        string[] targets = parsed.GetValue(target) ?? [];
        if (targets.Length == 0)
        {
            throw DataSource.NoTarget(new Session(parsed), path, dataOptions.Read(parsed));
        }
        if (targets.Length > 1 && Recipe(parsed).Kind == TargetKind.Classification)
        {
            throw new UsageException(
                "Several targets are numbers, and classes are one column.",
                $"{target.Name} {string.Join(',', targets)}",
                "Name one target, or leave --task classification out."
            );
        }
        CsvOptions options = dataOptions.Read(parsed, targets[0]) with { Extra = targets[1..] };
        Recipe given = Recipe(parsed);
        GivenWeights? ready = Weights(parsed);
        Table table = DataSource.Read(new Session(parsed), path, options);
        int[] chosen = Rows(parsed, table);
        return new LessonDraft(
            given,
            recipe =>
                new TableLesson(recipe, parsed.GetValue(output), ReadLoss(parsed), ready)
                    .Read(table)
                    .Choose(table, chosen)
        );
    }

    private LessonDraft ReadTrained(ParseResult parsed, string path, string dataPath)
    {
        DataSource.RequireOneStdin(path, dataPath);
        Model<float> trained = member.ChooseOne(parsed, ModelSource.Load(path, dataPath));
        CsvOptions options = dataOptions.Read(parsed, known: trained.DataFormat);
        Table table = DataSource.Read(new Session(parsed), dataPath, trained, options);
        Recipe given = Recipe(parsed);
        Recipe step = recipeOptions.Of(SettingPart.Step).Any(flag => Given.Has(parsed, flag))
            ? given
            : TrainedLesson.StepOf(trained, given);
        int[] chosen = Rows(parsed, table);
        return new LessonDraft(step, recipe => TrainedLesson.Create(trained, table, recipe).Choose(table, chosen));
    }

    private LessonDraft ReadTyped(ParseResult parsed, double[][] inputs)
    {
        double[][] targets = typed.Targets(parsed, inputs);
        GivenWeights? ready = Weights(parsed);
        return new LessonDraft(
            Recipe(parsed),
            recipe => TypedLesson.Create(inputs, targets, recipe, parsed.GetValue(output), ReadLoss(parsed), ready)
        );
    }

    private void Refuse(ParseResult parsed)
    {
        if (parsed.GetValue(weights) == StandardInput.Path && parsed.GetValue(data) == StandardInput.Path)
        {
            throw new UsageException(
                "Weights and data cannot both come from stdin.",
                $"- {weights.Name} -",
                "Name a file for one of the two."
            );
        }
        Given.RequireBeside(parsed, member.Flag, model);
        Given.RequireBeside(parsed, typed.Expected, typed.Input);
        Given.RefuseBeside(
            parsed,
            weights,
            "the file says which layers there are.",
            recipeOptions.Of(NetworkSettings.Hidden),
            model
        );
        Given.RefuseBeside(
            parsed,
            model,
            "the model knows its network and its data.",
            [
                typed.Input,
                target,
                .. recipeOptions.Of(SettingPart.Network),
                output,
                loss,
                HuberDelta,
                .. recipeOptions.Of(SettingPart.Data),
            ]
        );
        Given.RefuseBeside(
            parsed,
            typed.Input,
            "the samples are typed.",
            [target, rows, .. recipeOptions.Of(SettingPart.Data), .. dataOptions.All]
        );
        if (Given.Has(parsed, typed.Input) && parsed.GetValue(data) is { } path)
        {
            throw new UsageException("Samples come from a file or are typed.", path, "Leave one of the two out.");
        }
    }

    private Recipe Recipe(ParseResult parsed)
    {
        Contradictions.Refuse(parsed);
        Recipe start = Small with { RegressionLoss = parsed.GetValue(loss) ?? Small.RegressionLoss };
        return LessonSize.Require(recipeOptions.ReadStep(parsed, start));
    }

    /// <summary>The loss that is named, with its own settings; null where none is.</summary>
    private Loss? ReadLoss(ParseResult parsed) => parsed.GetValue(loss) is null ? null : Recipe(parsed).RegressionLoss;

    private GivenWeights? Weights(ParseResult parsed) =>
        parsed.GetValue(weights) is { } path ? GivenWeightsFile.Read(path) : null;

    private int[] Rows(ParseResult parsed, Table table) =>
        parsed.GetValue(rows) is { Length: > 0 } lists
            ? [.. lists.SelectMany(list => list)]
            : [.. Enumerable.Range(1, Math.Min(usualRows, table.Rows))];
}
