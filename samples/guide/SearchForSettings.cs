using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tuning;

namespace Guide;

internal static class SearchForSettings
{
    internal static void Run()
    {
        Table table = CsvTable.Read("data/iris.csv", target: "species");
        Plan<float> plan = Experiment.Plan<float>(table, new Recipe());

        // What is given is fixed; all else that a search may choose is open.
        Dictionary<string, string> given = new() { ["hidden"] = "16", ["epochs"] = "50" };
        SearchSpace space = new(given, TargetKind.Classification, plan.Split.Training.Length, NamedRecipe.Plain);
        TuningResult result = RandomSearch.Run(plan, space, new TuningOptions { Trials = 3, Folds = 3 });
        foreach (Trial trial in result.Trials)
        {
            Console.WriteLine($"trial {trial.Number}: loss {trial.Loss:F3} by {trial.Losses.Length} folds");
        }

        // The test rows had no part in it; they judge the winner, once.
        if (result.Winner is { } winner)
        {
            Judged<float> judged = Experiment.Run<float>(table, space.RecipeOf(winner));
            Console.WriteLine($"{winner.Configuration}: {judged.Test!.Measures[0]}");
        }
    }
}
