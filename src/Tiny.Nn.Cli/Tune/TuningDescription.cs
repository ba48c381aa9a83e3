using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Tune;

/// <summary>A search: the best trials, the winner's settings, how it does on the test rows, and how far that can be trusted.</summary>
internal static class TuningDescription
{
    private const int MostShown = 10;

    /// <summary>The settings that say most stand first, where there is room for some only.</summary>
    private static readonly string[] First = ["hidden", "learning-rate", "activation", "embedding", "dropout"];

    internal static Result Of(TuningRun run)
    {
        Result? test = run.Tested.Judged is { Test: { } report } judged
            ? ReportDescription.Of(report, "test rows", judged.SharedRows)
            : null;
        string caution = Caution(run);
        return new Result(
            [
                new("data", DataDescription.Training(run.Plan.Table, run.Plan.Encoding)),
                new("task", Value.Of(JsonDocuments.Task(run.Plan.Task.Kind))),
                .. SpaceDescription.Data(run.Space, run.Identity),
                new("loss", Value.Of(LossName(run))),
                new("trials", Value.List(run.Result.Trials.Select(Trial))),
                new("ending", Value.Of(Ending(run.Result.End))),
                new("winner", Field.Group(Winner(run))),
                new("test", test is null ? Value.None : Field.Group(test.Data)),
                new("caution", Value.Of(caution)),
                new("trials_file", Value.Of(run.TrialsPath)),
            ],
            [
                Best(run),
                new Remark(
                    "The mean loss of the folds, whose rows had no part in the training. Fewer folds are fewer rows: only trials of as many folds compare."
                ),
                ModelDescription.Settings(run.Settings.All),
                .. test?.Shown ?? [new Sentence(run.Tested.Untested)],
                new Note(caution),
            ]
        );
    }

    /// <summary>What the losses are.</summary>
    private static string LossName(TuningRun run) =>
        run.Plan.Task.Kind == TargetKind.Classification ? "log-loss" : $"{run.Plan.Loss.Name}";

    /// <summary>The best, and the recipe as it stands, which is what they are to be compared with.</summary>
    private static ResultTable Best(TuningRun run)
    {
        Trial[] best = [.. run.Result.Ranked.Take(MostShown)];
        Trial[] shown = [.. best, .. run.Result.Ranked.Skip(MostShown).Where(trial => trial.Number == 1)];
        TableColumns<Trial> columns = new TableColumns<Trial>()
            .Number(null, "trial", trial => Value.Of(trial.Number))
            .Number(null, LossName(run), trial => Value.Of(trial.Loss, Rounded.Fixed))
            .Number(null, "folds", trial => Value.Of(trial.Losses.Length))
            .Text(null, "recipe", trial => Value.Of(trial.Recipe.Name));
        IEnumerable<string> open = run.Space.Dimensions.Select(dimension => dimension.Name);
        foreach ((int place, string name) in First.Where(open.Contains).Union(open).Index())
        {
            columns.Add(
                new Column(null, name) { Rank = place + 1 },
                trial => Value.Of(SettingTable.Find(name)!.Write(run.Space.RecipeOf(trial)))
            );
        }
        return columns.Of("", shown);
    }

    private static Value Trial(Trial trial) =>
        Field.Group(
            new("trial", Value.Of(trial.Number)),
            new("recipe", Value.Of(trial.Recipe.Name)),
            new("values", Field.Group([.. trial.Values.Select(value => new Field(value.Key, Value.Of(value.Value)))])),
            new("losses", Value.List(trial.Losses.Select(loss => Value.Of(loss)))),
            new("loss", Value.Of(trial.Loss)),
            new("fault", Value.Of(trial.Fault))
        );

    private static Field[] Winner(TuningRun run) =>
        [
            new("trial", Value.Of(run.Winner.Number)),
            new("loss", Value.Of(run.Winner.Loss)),
            new("folds", Value.Of(run.Winner.Losses.Length)),
            new("settings", Field.Group(ModelDescription.Settings(run.Settings.All).Fields)),
            new("settings_file", Value.Of(run.WinnerPath)),
            new("command", Value.Of(run.Command)),
        ];

    /// <summary>Who takes the best of many by a number takes that number's luck too.</summary>
    private static string Caution(TuningRun run)
    {
        string by = $"by {run.Winner.Losses.Length} of {run.Result.Folds} folds";
        string chosen =
            $"The winner's loss, {Rounded.Fixed(run.Winner.Loss)} {by}, is the best of {run.Result.Trials.Count}: too good, for it was chosen by it.";
        return run.Tested.Judged?.Test is null
            ? chosen
            : $"{chosen} The test rows had no part in the choice, and judge the winner this once; who searches again after a look at them chooses by them too.";
    }

    private static string Ending(TuningEnd end) =>
        end switch
        {
            TuningEnd.AllTrials => "all-trials",
            TuningEnd.AllConfigurations => "all-configurations",
            TuningEnd.Enough => "time-limit",
            _ => "interrupted",
        };
}
