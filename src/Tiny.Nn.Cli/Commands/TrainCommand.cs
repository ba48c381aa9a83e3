using System.CommandLine;
using Tiny.Nn.Cli.Rendering;
using Tiny.Nn.Data;
using Tiny.Nn.Experiments;
using Tiny.Nn.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Commands;

/// <summary><c>tinynn train data.csv --target column</c>: from a table to a model file and a report on rows it has not seen.</summary>
internal sealed class TrainCommand
{
    internal const string Name = "train";

    private static readonly TimeSpan PauseBetweenLines = TimeSpan.FromSeconds(2);

    private readonly Argument<string> data = new("data") { Description = "A CSV file with a header, or - for stdin." };
    private readonly Option<string?> target = new("--target")
    {
        Description = "The column to be predicted: its name, or its number from 1 on.",
    };
    private readonly Option<string?> output = new("--output", "-o")
    {
        Description = "Where the model goes. [the data's name with .tnn, in this directory]",
    };
    private readonly Option<string?> logFile = new("--log-file")
    {
        Description = "Add what happens to this file, as lines of JSON.",
    };
    private readonly ReportOption report = new();
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "A line for every epoch." };
    private readonly DataOptions dataOptions = new();
    private readonly RecipeOptions recipeOptions = new();

    private TrainCommand() { }

    internal static Command Create()
    {
        TrainCommand train = new();
        ExampledCommand command = new(
            Name,
            "Trains a network on a CSV file, tests it on rows set aside, and saves it.",
            [
                "tinynn train iris.csv --target species",
                "tinynn train houses.csv --target price --hidden 64,32 --epochs 500 -o prices.tnn",
                "cat iris.csv | tinynn train - --target species --hidden none --json",
            ]
        );
        command.Arguments.Add(train.data);
        IEnumerable<Option> options =
        [
            train.target,
            train.output,
            train.report.Flag,
            SharedOptions.Force,
            .. train.dataOptions.All,
            .. train.recipeOptions.All,
            .. RunOptions.All,
            SharedOptions.Json,
            train.logFile,
            SharedOptions.Quiet,
            train.verbose,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        foreach (Option option in options)
        {
            command.Options.Add(option);
        }
        command.SetAction(train.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        string source = parsed.GetRequiredValue(data);
        string column = parsed.GetValue(target) ?? throw DataSource.NoTarget(source, dataOptions.Read(parsed));
        Recipe recipe = recipeOptions.Read(parsed);
        bool dry = parsed.GetValue(RunOptions.DryRun);
        string model = parsed.GetValue(output) ?? DefaultOutput(source);
        OutputFile file = dry
            ? OutputFile.Unwritten(model)
            : OutputFile.Prepare(model, parsed.GetValue(SharedOptions.Force), source);
        OutputFile? settingsFile = dry ? null : PrepareSettings(parsed, source, model);
        using RunLog? log = !dry && parsed.GetValue(logFile) is { } path ? RunLog.Open(path, source, file.Path) : null;
        if (!dry)
        {
            Rehearsal.Start(recipe);
        }
        Table<float> table = DataSource.Read(source, dataOptions.Read(parsed, column));
        session.Note(TrainingNotes.Read(table));
        ReportFile? page = report.Prepare(parsed, source, file.Path);
        session.Note(table.Findings);
        Plan plan = Experiment.Plan(table, recipe);
        recipeOptions.Require(parsed, plan.Kind);
        Memory.Require(plan, recipe, table.Rows);
        session.Note(TrainingNotes.Task(table.Target!, plan, recipe.Kind));
        foreach (string note in TrainingNotes.Features(plan))
        {
            session.Note(note);
        }
        using Interruption interruption = new(session);
        session.Note(TrainingNotes.Network(plan, recipe));
        ResolvedSettings settings = ResolvedSettings.Read(parsed, recipe, plan.Kind, dataOptions.All);
        if (dry)
        {
            PlanView.Show(session, table, plan, settings.All);
            return ExitCode.Success;
        }
        log?.Start(table.Source, column, plan, recipe);
        interruption.Limit(parsed.GetValue(RunOptions.MaxTime));
        Outcome<float> outcome = settings.Record(
            Train(session, parsed.GetValue(verbose), table, recipe, log, interruption.Token)
        );
        session.Note(TrainingNotes.End(outcome.History, interruption.Reason));
        if (outcome.History.Epochs.Count == 0)
        {
            return interruption.SaveNothing(session);
        }
        session.Note(TrainingNotes.Rows(outcome));
        file.Write(stream => ModelFile.Write(outcome.Model, stream));
        settings.Save(settingsFile, outcome.Model.Target.Name);
        log?.End(outcome.History, file.Path);
        Show(session, table, plan, outcome, file.Path);
        string next = source == DataSource.Stdin ? "new.csv" : source;
        session.Note($"saved   {file.Path}");
        page?.Write(session, table, outcome, file.Path);
        session.Note($"next    tinynn predict {Quoted.Argument(file.Path)} {Quoted.Argument(next)}");
        return interruption.SavedCode;
    }

    private static Outcome<float> Train(
        Session session,
        bool everyEpoch,
        Table<float> table,
        Recipe recipe,
        RunLog? log,
        CancellationToken cancellation
    )
    {
        Progress progress =
            session.IsLive && !everyEpoch
                ? Bar(session, recipe.Epochs)
                : new LineProgress(session.Notes, recipe.Epochs, everyEpoch ? TimeSpan.Zero : PauseBetweenLines);
        try
        {
            return progress.While(shown => Experiment.Run(table, recipe, new Both(shown, log), cancellation));
        }
        catch (TrainingDivergedException fault)
        {
            log?.Diverge(fault);
            throw;
        }
    }

    // A method of its own, as is what writes tables: the library behind it is loaded with the first method that names it.
    private static BarProgress Bar(Session session, int epochs) => new(session.Live(), epochs);

    private static void Show(Session session, Table<float> table, Plan plan, Outcome<float> outcome, string model)
    {
        if (session.IsJson)
        {
            JsonDocuments.Write(session.Output, JsonTraining.Create(table, plan, outcome, model));
        }
        else if (outcome.Test is { } report)
        {
            WriteTables(session, report);
        }
    }

    private static void WriteTables(Session session, Report report)
    {
        new ReportTables(session.Tables()).Write(report, "test rows");
        session.Output.Flush();
    }

    private static OutputFile? PrepareSettings(ParseResult parsed, string source, string model) =>
        parsed.GetValue(RunOptions.SaveConfig) is { } path
            ? OutputFile.Prepare(path, parsed.GetValue(SharedOptions.Force), source, model)
            : null;

    private static string DefaultOutput(string source) =>
        (source == DataSource.Stdin ? "model" : Path.GetFileNameWithoutExtension(source)) + ".tnn";

    private sealed class Both(IProgress<EpochReport> first, IProgress<EpochReport>? second) : IProgress<EpochReport>
    {
        public void Report(EpochReport value)
        {
            first.Report(value);
            second?.Report(value);
        }
    }
}
