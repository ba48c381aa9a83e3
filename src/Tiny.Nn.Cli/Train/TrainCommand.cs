using System.CommandLine;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Cli.Checkpoints;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Job;
using Tiny.Nn.Cli.Lessons;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Lessons;

namespace Tiny.Nn.Cli.Train;

/// <summary><c>tinynn train data.csv --target column</c>: from a table to a model file and a report on rows it has not seen.</summary>
internal sealed class TrainCommand
{
    private readonly Argument<string> data = new("data")
    {
        Description = "A CSV file with a header or a Parquet file, or - for stdin.",
    };
    private readonly Option<string?> target = new("--target")
    {
        Description = "The column to be predicted: its name, or its number from 1 on.",
    };
    private readonly FileOptions fileOptions = new();
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "A line for every epoch." };
    private readonly DataOptions dataOptions = new();
    private readonly StreamOptions stream = new();
    private readonly RecipeOptions recipeOptions = new();
    private readonly ProtocolOptions protocolOptions = new();
    private readonly FoldOptions foldOptions = new();
    private readonly CheckpointOptions checkpoints = new();
    private readonly QualityGate gate = new();
    private readonly DiagnoseOption diagnose = new();
    private readonly StartWeights start = new();

    private TrainCommand() { }

    internal static Command Create()
    {
        TrainCommand train = new();
        ExampledCommand command = new(
            CommandNames.Train,
            "Trains a network on a CSV file, tests it on rows set aside, and saves it.",
            [
                "tinynn train iris.csv --target species",
                "tinynn train houses.csv --target price --hidden 64,32 --cv 5 -o prices.tnn",
                "cat iris.csv | tinynn train - --target species --hidden none --json",
            ]
        );
        command.Arguments.Add(train.data);
        IEnumerable<Option> options =
        [
            train.target,
            train.fileOptions.Output,
            train.fileOptions.Report.Flag,
            SharedOptions.Force,
            .. train.dataOptions.All,
            .. train.stream.All,
            train.recipeOptions.Named,
            .. train.recipeOptions.All,
            train.start.Flag,
            .. train.protocolOptions.All,
            .. train.foldOptions.All,
            train.gate.Accuracy,
            .. train.diagnose.All,
            .. RunOptions.All,
            .. train.checkpoints.All,
            SharedOptions.Json,
            train.fileOptions.LogFile,
            SharedOptions.Quiet,
            train.verbose,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        command.Add(options);
        command.SetAction(train.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed) { Language = LanguageFlag.Read(parsed) };
        IRanks ranks = JoinedJob.Join(parsed, session);
        string source = parsed.GetRequiredValue(data);
        string column = parsed.GetValue(target) ?? throw DataSource.NoTarget(session, source, dataOptions.Read(parsed));
        GivenWeights? given = start.Read(parsed, recipeOptions, foldOptions.Folds);
        Recipe recipe = ReadRecipe(parsed, given);
        stream.Check(parsed, source, [foldOptions.Folds, diagnose.Flag]);
        stream.Require(parsed, recipe);
        Diagnostician? diagnostician = ranks.Number > 0 ? null : diagnose.Read(parsed);
        bool isDry = parsed.GetValue(RunOptions.DryRun);
        using TrainingFiles files =
            ranks.Number > 0 ? TrainingFiles.Nowhere
            : isDry ? fileOptions.Unwritten(parsed, source)
            : fileOptions.Prepare(parsed, source, protocolOptions.TestFile(parsed), checkpoints);
        using OpenedCache? cache = stream.Open(parsed);
        Plan<float> plan = Prepare(parsed, session, ranks, source, column, recipe, cache);
        using Interruption interruption = new(session, ranks);
        session.Note(TrainingNotes.Network(plan));
        ResolvedSettings settings = ResolvedSettings.Read(
            parsed,
            plan.Recipe,
            plan.Task.Kind,
            [.. dataOptions.All, .. protocolOptions.All, .. foldOptions.Deal, start.Flag]
        );
        if (isDry)
        {
            session.Show(CommandNames.Train, PlanDescription.Of(plan, settings.All));
            session.Note("dry run: nothing was trained, nothing written");
            return ExitCode.Success;
        }
        SharedInput.Require(ranks, PrintVersion.Version, settings.All, source, plan.Identity().Data);
        files.Log?.Start(column, plan);
        interruption.Limit(parsed.GetValue(RunOptions.MaxTime));
        CheckpointFile? checkpoint = files.Checkpoint?.Open(
            session,
            plan,
            settings,
            StartWeights.Parameters(plan, given)
        );
        ICheckpoint? states = checkpoints.Share(parsed, ranks, checkpoint);
        plan.Checkpoint = states?.Part("model");
        CrossValidated? folds = null;
        if (Given.Has(parsed, foldOptions.Folds))
        {
            folds = foldOptions.Judge(parsed, session, plan, protocolOptions, files.Log, states, interruption);
            if (folds is null)
            {
                CheckpointNotes.Leave(session, checkpoint);
                return interruption.SaveNothing(session, "the folds were not over");
            }
        }
        foreach (string note in cache?.Notes(plan) ?? [])
        {
            session.Note(note);
        }
        TrainingWatch watch = new(session, files.Log, diagnostician, given);
        Trained<float>? learned;
        using (foldOptions.AllowThreads(parsed))
        {
            learned = watch.Train(plan, parsed.GetValue(verbose), interruption);
        }
        if (learned is null)
        {
            CheckpointNotes.Leave(session, checkpoint);
            return interruption.SaveNothing(session, "the first epoch was not over");
        }
        if (ranks.Number > 0)
        {
            return ExitCode.Success; // The first process judges, and writes.
        }
        Trained<float> trained = settings.Record(learned);
        bool isWhole = !interruption.Token.IsCancellationRequested;

        // The model is saved before anything is made of it: whatever becomes of its report, it is there.
        Saving saving = new();
        string? place = saving.Write(trained.Model, files.Model, source);
        CheckpointNotes.End(session, checkpoint, isWhole && !saving.HasFailed);
        using IDisposable threads = foldOptions.AllowThreads(parsed);
        Judged<float> judged = saving.Judge(trained, model => model.Judge(interruption.Token));
        foreach (
            string line in TrainingNotes.End(judged.Trained, interruption.Reason).Concat(diagnose.Hint(parsed, trained))
        )
        {
            session.Note(line);
        }
        session.Note(TrainingNotes.Rows(judged));
        TrainingRun run = new(judged, folds, diagnostician, interruption.StopReason(judged.History), place);
        new TrainingView(session, run).Show(settings, files, saving, source);
        return saving.HasFailed ? saving.Fail(session)
            : interruption.ExitCode is { } ended ? ended
            : gate.Judge(parsed, run.Accuracy, run.JudgedOn) is { } failure ? session.Fail(failure)
            : ExitCode.Success;
    }

    /// <summary>Reads the data, and plans what to train on them.</summary>
    private Plan<float> Prepare(
        ParseResult parsed,
        Session session,
        IRanks ranks,
        string source,
        string column,
        Recipe recipe,
        OpenedCache? cache
    )
    {
        if (!parsed.GetValue(RunOptions.DryRun))
        {
            JitWarmup.Start(recipe);
        }
        CsvOptions options = dataOptions.Read(parsed, column) with
        {
            Extra = protocolOptions.Extra(parsed),
            ExtraRoles = protocolOptions.Roles(parsed),
        };
        Table table = cache?.Read(source, options) ?? DataSource.Read(session, source, options);
        session.Note(TrainingNotes.Read(table));
        session.Note(TrainingNotes.Data(table, recipe.Kind));
        recipe = recipeOptions.ReadFor(parsed, recipe, table);
        Plan<float> plan = protocolOptions.Plan(parsed, table, recipe, options);
        plan.Ranks = ranks;
        session.Note(TrainingNotes.TestFile(plan));
        recipeOptions.Require(parsed, plan.Task.Kind, table.Target!);
        gate.RequireClasses(parsed, plan.Task.Kind);
        Memory.Require(
            plan,
            Given.Has(parsed, foldOptions.Folds) ? foldOptions.Read(parsed, ranks, null, default) : null
        );
        session.Note(TrainingNotes.Task(plan));
        foreach (
            string note in TrainingNotes
                .Unlearned(plan, protocolOptions.Divider(parsed))
                .Concat(TrainingNotes.Features(plan))
                .Concat(Memory.Note(plan) is { } lacking ? [lacking] : [])
        )
        {
            session.Note(note);
        }
        return plan;
    }

    /// <summary>The recipe, once it is known that no flag contradicts another.</summary>
    private Recipe ReadRecipe(ParseResult parsed, GivenWeights? given)
    {
        Contradictions.Refuse(parsed);
        protocolOptions.Check(parsed);
        foldOptions.Check(parsed);
        Recipe recipe = recipeOptions.ReadWithEffort(parsed, diagnose.Flag, start.Flag, stream.Flag);
        recipe = start.Describe(parsed, given, recipe, recipeOptions);
        RecipeOptions.RequireValidation(recipe, protocolOptions.NamesParts(parsed));
        bool hasFolds = Given.Has(parsed, foldOptions.Folds);
        bool hasTest = hasFolds || recipe.HasBags || protocolOptions.NamesTestRows(parsed) || recipe.TestFraction > 0;
        gate.RequireTest(parsed, hasTest);

        // Where folds judge, the model that is saved needs no test rows of its own.
        return hasFolds ? recipe with { TestFraction = 0 } : recipe;
    }
}
