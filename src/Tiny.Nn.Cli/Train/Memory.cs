using System.Globalization;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Cli.Train;

/// <summary>Whether training fits into this machine: better known before than when the system ends the process.</summary>
internal static class Memory
{
    /// <param name="plan">What is to be trained.</param>
    /// <param name="folds">How it is judged before; null where it is not.</param>
    /// <exception cref="UsageException">It does not.</exception>
    internal static void Require(Plan<float> plan, CrossValidationOptions? folds)
    {
        TrainingMemory needed = TrainingMemory.Of(plan);
        if (plan.Architecture.ParameterCount > Array.MaxLength || TrainingMemory.LacksRoomFor(needed.Total))
        {
            throw TooLarge(plan, needed);
        }
        if (folds is not null && TrainingMemory.Of(plan, folds) is var all && TrainingMemory.LacksRoomFor(all.Total))
        {
            throw TooManyFolds(plan, folds, all);
        }
    }

    /// <summary>What is to be said before the first epoch of a model to compare with; null where it fits, or there is none.</summary>
    internal static string? Note(Plan<float> plan) =>
        plan.Recipe.Hidden.IsEmpty || plan.Split.Test.IsEmpty || TrainingMemory.LinearShortage(plan) is not { } shortage
            ? null
            : $"note: there will be no linear model to compare with: {shortage}";

    /// <summary>The largest part is what can be made smaller.</summary>
    private static UsageException TooLarge(Plan<float> plan, TrainingMemory needed)
    {
        Recipe recipe = plan.Recipe;
        int outputs = plan.Architecture.Outputs;
        (double Bytes, string What, string Where, string Advice)[] parts =
        [
            (
                needed.Network,
                "The network",
                recipe.HasBags
                    ? Effort(recipe)
                    : $"--hidden {(recipe.Hidden.IsEmpty ? "none" : string.Join(',', recipe.Hidden))} {Steps(recipe)}",
                recipe.HasBags ? OneNetwork
                : recipe.FullBatch is not null
                    ? "Give --optimizer adam, which keeps less of each parameter, smaller layers, or fewer columns."
                : recipe.Hidden.IsEmpty || outputs > recipe.Hidden.Max()
                    ? "Give smaller layers, a smaller batch, fewer columns, or a target of fewer classes."
                : "Give smaller layers or a smaller batch."
            ),
            (
                needed.Samples,
                "The rows as inputs of the network",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Split.Training.Length + plan.Split.Validation.Length:N0} rows of {plan.Encoding.Outputs:N0} inputs"
                ),
                "Give fewer rows or --features, or fewer inputs: --max-levels, --word-buckets."
            ),
            (
                needed.Answers,
                "The report on the test rows",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{plan.Split.Test.Length:N0} test rows, {outputs:N0} outputs"
                ),
                "Set fewer rows aside with --test, or name a target of fewer classes."
            ),
            (
                needed.OutOfFold,
                "The answers to the rows of all folds",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{Effort(recipe)}, {plan.Split.Training.Length:N0} rows, {outputs:N0} outputs"
                ),
                OneNetwork
            ),
        ];
        var (bytes, what, where, advice) = parts.MaxBy(part => part.Bytes);
        return Refuse(what, bytes, needed.Total, where, advice);
    }

    private const string OneNetwork = "Give --effort quick, or name a target of fewer classes.";

    private static string Effort(Recipe recipe) => $"--effort {recipe.Effort.ToString().ToLowerInvariant()}";

    private static string Steps(Recipe recipe) =>
        recipe.FullBatch is { } method ? $"--optimizer {method}" : $"--batch-size {recipe.BatchSize}";

    private static UsageException TooManyFolds(Plan<float> plan, CrossValidationOptions folds, TrainingMemory needed) =>
        Refuse(
            $"Cross-validation with {Math.Min(folds.Threads, folds.Folds * folds.Repeats)} of its folds at a time",
            needed.Total,
            needed.Total,
            $"--cv {folds.Folds} --threads {folds.Threads}, network {plan.Architecture}",
            "Give --threads 1, smaller layers, or fewer rows."
        );

    private static UsageException Refuse(string what, double bytes, double all, string where, string advice)
    {
        string together = all > bytes ? $", all of the training {TrainingMemory.Text(all)}" : "";
        return new UsageException(
            $"{what} would need {TrainingMemory.Text(bytes)} of memory{together}; there are {TrainingMemory.Text(TrainingMemory.Available)}.",
            where,
            advice
        );
    }
}
