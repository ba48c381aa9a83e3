using System.CommandLine;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Job;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Settings;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Cli.Train;
using Tiny.Nn.Tabular.Checkpoints;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary><c>tinynn tune data.csv --target column</c>: a search for the settings that a recipe leaves open.</summary>
internal sealed class TuneCommand
{
    internal const string Name = "tune";

    private readonly Argument<string> data = new("data")
    {
        Description = "A CSV file with a header or a Parquet file, or - for stdin.",
    };
    private readonly Option<string?> target = new("--target")
    {
        Description = "The column to be predicted: its name, or its number from 1 on.",
    };
    private readonly SearchFiles fileOptions = new();
    private readonly SearchOptions searchOptions = new();
    private readonly DataOptions dataOptions = new();
    private readonly RecipeOptions recipeOptions = new();
    private readonly ProtocolOptions protocolOptions = new();

    private TuneCommand() { }

    internal static Command Create()
    {
        TuneCommand tune = new();
        ExampledCommand command = new(
            Name,
            "Searches for the settings that a recipe leaves open; a setting that is given is fixed.",
            [
                "tinynn tune iris.csv --target species --budget 2m",
                "tinynn tune houses.csv --target price --recipe realmlp-s-small --trials 27 -o best.json",
                "tinynn tune iris.csv --target species --budget 10m --resume iris.trials.json --force",
            ]
        );
        command.Arguments.Add(tune.data);
        command.Add([
            tune.target,
            .. tune.searchOptions.All,
            .. tune.fileOptions.All,
            SharedOptions.Force,
            .. tune.dataOptions.All,
            tune.recipeOptions.Named,
            .. tune.Fixing,
            .. tune.protocolOptions.All,
            RunOptions.Config,
            RunOptions.DryRun,
            LanguageFlag.Option,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ]);
        command.SetAction(tune.Run);
        return command;
    }

    /// <summary>The settings that may be fixed: of the efforts the search is one of its own.</summary>
    private IEnumerable<Option> Fixing =>
        recipeOptions.All.Where(option => option != recipeOptions.Of(SettingTable.Effort));

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed) { Language = LanguageFlag.Read(parsed) };
        IRanks ranks = JoinedJob.Join(parsed, session);
        string source = parsed.GetRequiredValue(data);
        string column = parsed.GetValue(target) ?? throw DataSource.NoTarget(session, source, dataOptions.Read(parsed));
        Recipe recipe = ReadRecipe(parsed);
        TuningOptions options = searchOptions.Read(parsed, ranks);
        bool isDry = parsed.GetValue(RunOptions.DryRun);
        bool isWritten = !isDry && ranks.Number == 0;
        KnownTrials? known = fileOptions.ReadKnown(parsed, ranks, [source]);
        OutputFile winner = isWritten
            ? fileOptions.PrepareWinner(parsed, source, protocolOptions.TestFile(parsed))
            : OutputFile.Unwritten(fileOptions.Winner(parsed, source));
        OutputFile trials = isWritten
            ? fileOptions.PrepareTrials(parsed, source, protocolOptions.TestFile(parsed))
            : OutputFile.Unwritten(fileOptions.Trials(parsed, source));
        Plan<float> plan = Prepare(parsed, session, source, column, recipe);
        SearchSpace space = Open(parsed, plan);
        plan.Ranks = ranks;
        SearchIdentity identity = Identify(parsed, plan, space, options);
        known?.Require(identity);
        session.Note(TuningNotes.Space(space));
        session.Note(TuningNotes.Folds(RandomSearch.Folds(plan, options).Count));
        if (isDry)
        {
            session.Show(Name, SpaceDescription.Of(plan, space, identity));
            session.Note("dry run: nothing was tried, nothing written");
            return ExitCode.Success;
        }
        CommandWords words = new(parsed, source, column, [.. Reading, recipeOptions.Named, .. Fixing]);
        SharedInput.Require(ranks, identity.Version, identity.Settings, source, plan.Identity().Data);
        using Interruption interruption = new(session, ranks);
        TrialsFile file = new(trials, identity, known?.Trials ?? []);
        using CancellationTokenSource clock = new();
        if (searchOptions.Time(parsed) is { } time)
        {
            clock.CancelAfter(time);
        }
        TuningResult result = RandomSearch.Run(
            plan,
            space,
            options,
            known?.Trials,
            isWritten ? new TrialProgress(session, file) : null,
            clock.Token,
            interruption.Token
        );
        if (!isWritten)
        {
            // It has a share in judging the winner, and then it is done.
            _ = result.Winner is { } winning ? TestedWinner.Of(session, plan, space, winning, interruption) : null;
            return ExitCode.Success;
        }
        if (file.Trials.Count > 0)
        {
            file.Write();
        }
        session.Note(TuningNotes.End(result, interruption.Reason));
        if (result.Winner is not { } best)
        {
            return NothingFound(session, result, interruption, trials.Path);
        }
        ResolvedSettings settings = ResolvedSettings.Read(parsed, space.RecipeOf(best), plan.Task.Kind, Reading);
        settings.Save(winner, column);
        TestedWinner tested = TestedWinner.Of(session, plan, space, best, interruption);
        TuningRun run = new(plan, space, identity, result, tested)
        {
            Settings = settings,
            Command = words.Train(best),
            WinnerPath = winner.Path,
            TrialsPath = trials.Path,
        };
        session.Show(Name, TuningDescription.Of(run));
        session.Note($"saved   {winner.Path}, {trials.Path}");
        session.Note($"next    {run.Command}");
        if (result.End is TuningEnd.Enough or TuningEnd.Cancelled)
        {
            session.Note($"more    {words.Resume(trials.Path)}");
        }
        return interruption.ExitCode ?? ExitCode.Success;
    }

    /// <summary>The flags about the data and its rows.</summary>
    private Option[] Reading => [.. dataOptions.All, .. protocolOptions.All];

    /// <summary>The recipe as far as flags fix it, once it is known that none contradicts another.</summary>
    private Recipe ReadRecipe(ParseResult parsed)
    {
        Contradictions.Refuse(parsed);
        protocolOptions.Check(parsed);
        Recipe recipe = recipeOptions.ReadTraining(parsed);
        RecipeOptions.RequireValidation(recipe, protocolOptions.NamesParts(parsed));
        SearchOptions.Require(recipe);
        return recipe;
    }

    /// <summary>Reads the data, and divides them.</summary>
    private Plan<float> Prepare(ParseResult parsed, Session session, string source, string column, Recipe recipe)
    {
        CsvOptions options = dataOptions.Read(parsed, column) with
        {
            Extra = protocolOptions.Extra(parsed),
            ExtraRoles = protocolOptions.Roles(parsed),
        };
        Table table = DataSource.Read(session, source, options);
        session.Note(TrainingNotes.Read(table));
        session.Note(TrainingNotes.Data(table, recipe.Kind));
        recipe = recipeOptions.ReadFor(parsed, recipe, table);
        Plan<float> plan = protocolOptions.Plan(parsed, table, recipe, options);
        session.Note(TrainingNotes.TestFile(plan));
        recipeOptions.Require(parsed, plan.Task.Kind, table.Target!);
        Memory.Require(plan, null);
        session.Note(TrainingNotes.Task(plan));
        return plan;
    }

    /// <exception cref="UsageException">Nothing is left open.</exception>
    private SearchSpace Open(ParseResult parsed, Plan<float> plan)
    {
        SearchSpace space = new(
            recipeOptions.Texts(parsed),
            plan.Task.Kind,
            NamedRecipe.TrainingRows(plan.Recipe, plan.Table.Rows),
            recipeOptions.NamedIn(parsed)
        );
        return space.IsClosed
            ? throw new UsageException(
                "Nothing is left open: every setting that is searched is given.",
                $"{recipeOptions.Named.Name} {recipeOptions.NamedIn(parsed)!.Name}",
                "Leave some of the flags out; --dry-run shows what is searched. Or give the same flags to tinynn train."
            )
            : space;
    }

    private SearchIdentity Identify(ParseResult parsed, Plan<float> plan, SearchSpace space, TuningOptions options) =>
        new(
            PrintVersion.Version,
            TableDigest.Of(plan.Table),
            plan.Table.Target!.Name,
            options.Folds,
            ResolvedSettings.Texts(parsed, [.. Reading, recipeOptions.Named, .. Fixing]),
            [.. space.ToString().Split('\n')]
        );

    /// <summary>No fold was over, or every trial came to nothing.</summary>
    private int NothingFound(Session session, TuningResult result, Interruption interruption, string trials)
    {
        if (interruption.ExitCode is { } ended)
        {
            session.Note("nothing was found: no trial was over");
            return ended;
        }
        return result.Trials.FirstOrDefault(trial => trial.Fault is not null) is { } lost
            ? session.Fail(
                new Failure(
                    ExitCode.Diverged,
                    $"No trial came to anything. The first: {lost.Fault}",
                    $"{trials}, trial {lost.Number}: {lost.Configuration}",
                    "Fix fewer settings, or give a smaller --learning-rate."
                )
            )
            : throw new UsageException(
                "The time was up before a trial was begun.",
                searchOptions.Budget.Name,
                "Give more time, or --trials 9."
            );
    }
}
