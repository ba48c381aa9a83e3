using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Train;

/// <summary><c>tinynn train data.csv --target column</c>: from a table to a model file and a report on rows it has not seen.</summary>
internal sealed class TrainCommand
{
    internal const string Name = "train";

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
    private readonly ProtocolOptions protocolOptions = new();
    private readonly FoldOptions foldOptions = new();
    private readonly QualityGate gate = new();
    private readonly DiagnoseOption diagnose = new();

    private TrainCommand() { }

    internal static Command Create()
    {
        TrainCommand train = new();
        ExampledCommand command = new(
            Name,
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
            train.output,
            train.report.Flag,
            SharedOptions.Force,
            .. train.dataOptions.All,
            .. train.recipeOptions.All,
            .. train.protocolOptions.All,
            .. train.foldOptions.All,
            train.gate.Accuracy,
            .. train.diagnose.All,
            .. RunOptions.All,
            SharedOptions.Json,
            train.logFile,
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
        Session session = new(parsed);
        string source = parsed.GetRequiredValue(data);
        string column = parsed.GetValue(target) ?? throw DataSource.NoTarget(source, dataOptions.Read(parsed));
        Recipe recipe = ReadRecipe(parsed);
        Diagnostician? diagnostician = diagnose.Read(parsed);
        bool dry = parsed.GetValue(RunOptions.DryRun);
        string model = parsed.GetValue(output) ?? DefaultOutput(source);
        string[] inputs = [source, .. protocolOptions.TestFile(parsed) is { } tested ? [tested] : (string[])[]];
        OutputFile file = dry
            ? OutputFile.Unwritten(model)
            : OutputFile.Prepare(model, parsed.GetValue(SharedOptions.Force), inputs);
        OutputFile? settingsFile = dry ? null : ResolvedSettings.Prepare(parsed, [.. inputs, model]);
        using RunLog? log = !dry && parsed.GetValue(logFile) is { } path ? RunLog.Open(path, source, file.Path) : null;
        if (!dry)
        {
            JitWarmup.Start(recipe);
        }
        CsvOptions options = dataOptions.Read(parsed, column) with { Extra = protocolOptions.Extra(parsed) };
        Table<float> table = DataSource.Read(source, options);
        session.Note(TrainingNotes.Read(table));
        ReportFile? page = report.Prepare(parsed, source, file.Path);
        session.Note(table.Findings);
        Protocol protocol = protocolOptions.Read(parsed, table, recipe, options);
        Plan plan = Experiment.Plan(table, recipe, protocol);
        recipeOptions.Require(parsed, plan.Kind, table.Target!);
        gate.RequireClasses(parsed, plan.Kind);
        Memory.Require(plan, recipe, table.Rows);
        session.Note(TrainingNotes.Task(table.Target!, plan, recipe.Kind));
        foreach (string note in TrainingNotes.Features(plan))
        {
            session.Note(note);
        }
        using Interruption interruption = new(session);
        session.Note(TrainingNotes.Network(plan, recipe));
        ResolvedSettings settings = ResolvedSettings.Read(
            parsed,
            recipe,
            plan.Kind,
            [.. dataOptions.All, .. protocolOptions.All, .. foldOptions.Deal]
        );
        if (dry)
        {
            session.Show(Name, PlanDescription.Of(table, plan, settings.All));
            session.Note("dry run: nothing was trained, nothing written");
            return ExitCode.Success;
        }
        log?.Start(table.Source, column, plan, recipe);
        interruption.Limit(parsed.GetValue(RunOptions.MaxTime));
        CrossValidated? validated = null;
        if (foldOptions.Read(parsed, protocolOptions.Groups(parsed, table), protocol) is { } folds)
        {
            validated = FoldOptions.Run(session, log, table, recipe, folds, interruption.Token)?.Look(table);
            if (validated is null || interruption.Token.IsCancellationRequested)
            {
                return interruption.SaveNothing(session, "the folds were not over");
            }
            session.Note(TrainingNotes.Folds(validated));
        }
        Outcome<float> outcome = settings.Record(
            new TrainingWatch(session, log, diagnostician).Run(
                parsed.GetValue(verbose),
                recipe,
                watch =>
                {
                    using IDisposable threads = foldOptions.AllowThreads(parsed);
                    return Experiment.Run(table, recipe, protocol, watch, interruption.Token);
                }
            )
        );
        session.Note(TrainingNotes.End(outcome.History, interruption.Reason));
        if (outcome.History.Epochs.Count == 0)
        {
            return interruption.SaveNothing(session, "the first epoch was not over");
        }
        session.Note(TrainingNotes.Rows(outcome));
        file.Write(stream => ModelFile.Write(outcome.Model, stream));
        settings.Save(settingsFile, outcome.Model.Target.Name);
        string ending = interruption.StopReason(outcome.History);
        log?.End(outcome.History, ending, file.Path);
        session.Show(
            Name,
            TrainingDescription.Of(table, plan, outcome, ending, file.Path, validated, diagnostician?.Described)
        );
        string next = source == DataSource.Stdin ? "new.csv" : source;
        session.Note($"saved   {file.Path}");
        diagnostician?.Note(session);
        page?.Write(session, table, outcome, validated, file.Path, diagnostician?.Texts);
        session.Note($"next    tinynn predict {ShellQuote.Argument(file.Path)} {ShellQuote.Argument(next)}");
        if (interruption.IsHeard)
        {
            return ExitCode.Interrupted;
        }
        double? reached = validated is null ? (outcome.Test as ClassReport)?.Accuracy : validated.Accuracy;
        string where = validated is null ? $"{outcome.Test?.Rows ?? 0} test rows" : "the mean of the folds";
        return gate.Judge(parsed, reached, where) is { } failure ? session.Fail(failure) : ExitCode.Success;
    }

    /// <summary>The recipe, once it is known that no flag contradicts another.</summary>
    private Recipe ReadRecipe(ParseResult parsed)
    {
        Contradictions.Refuse(parsed);
        protocolOptions.Check(parsed);
        foldOptions.Check(parsed);
        Recipe recipe = recipeOptions.Read(parsed);
        RecipeOptions.RequireValidation(recipe, protocolOptions.NamesParts(parsed));
        bool hasFolds = Given.Has(parsed, foldOptions.Folds);
        bool hasTest = hasFolds || protocolOptions.NamesTestRows(parsed) || recipe.TestFraction > 0;
        gate.RequireTest(parsed, hasTest);

        // Where folds judge, the model that is saved needs no test rows of its own.
        return hasFolds ? recipe with { TestFraction = 0 } : recipe;
    }

    private static string DefaultOutput(string source) =>
        (source == DataSource.Stdin ? "model" : Path.GetFileNameWithoutExtension(source)) + ".tnn";
}
