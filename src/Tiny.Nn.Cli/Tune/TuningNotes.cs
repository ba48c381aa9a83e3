using System.Globalization;
using Tiny.Nn.Tabular.Tuning;

namespace Tiny.Nn.Cli.Tune;

/// <summary>What is said about a search before and after it, line by line.</summary>
internal static class TuningNotes
{
    internal static string Space(SearchSpace space)
    {
        string recipes = string.Join(", ", space.Recipes.Select(recipe => recipe.Name));
        string open =
            space.Dimensions.Count == 0 ? "nothing else" : string.Join(", ", space.Dimensions.Select(one => one.Name));
        return $"search  recipe {recipes}; {open}";
    }

    internal static string Folds(int folds)
    {
        Halving halving = new(folds);
        return halving.BracketSize == 1
            ? "judged  by one fold"
            : $"judged  in brackets of {halving.BracketSize} trials by {string.Join(", ", halving.Rungs)} folds, the best third going on";
    }

    /// <summary>How it ended, and what was left out.</summary>
    internal static string End(TuningResult result, string cancelled)
    {
        string trials = Count(result.Trials.Count, "trial");
        string lost = result.Trials.Count(trial => trial.Fault is not null) is > 0 and var some
            ? $", {some} of them lost"
            : "";
        string why = result.End switch
        {
            TuningEnd.AllTrials => "all that were asked for",
            TuningEnd.AllConfigurations => "all that there are",
            TuningEnd.Enough => $"the time was up; {Left(result)}",
            _ => $"{cancelled}; {Left(result)}",
        };
        return $"tried   {trials}, {Count(result.Trials.Sum(trial => trial.Losses.Length), "fold")}{lost}: {why}";
    }

    /// <summary>What the last bracket would have done yet.</summary>
    private static string Left(TuningResult result)
    {
        Halving halving = new(result.Folds);
        int begun = (result.Trials.Count - 1) % halving.BracketSize + 1;
        int most = result.Trials.TakeLast(begun).Select(trial => trial.Losses.Length).DefaultIfEmpty(0).Max();
        return result.Trials.Count == 0 ? "nothing was begun"
            : begun < halving.BracketSize
                ? $"left: {Count(halving.BracketSize - begun, "trial")} of the last bracket, and its best by more folds"
            : most < result.Folds ? "left: the best of the last bracket by more folds"
            : "nothing was left half done";
    }

    private static string Count(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");
}
