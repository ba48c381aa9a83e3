using System.Globalization;
using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Distill;

/// <summary>What is said about a distillation before and after it, line by line.</summary>
internal static class DistillationNotes
{
    internal static IEnumerable<string> Plan(DistillationPlan<float> plan)
    {
        yield return $"large   {plan.LargeInWords}";
        yield return Text(
            $"small   {plan.Architecture}, {plan.Architecture.ParameterCount:N0} parameters, {plan.Recipe.Optimizer.Name}, seed {plan.Recipe.Seed}"
        );
        yield return Text(
            $"rows    {plan.Rows.Split.Training.Length:N0} training and {plan.MadeRows:N0} made of them, {plan.Rows.Split.Validation.Length:N0} validation, {plan.Rows.Split.Test.Length:N0} test"
        );
    }

    /// <summary>What ended it, and what is to be borne in mind with the report.</summary>
    internal static IEnumerable<string> End(Distilled<float> distilled, string large)
    {
        History history = distilled.History;
        yield return Text(
            $"trained {history.EpochCount:N0} epochs, kept {history.Kept?.Epoch ?? history.EpochCount:N0}"
        );
        if (distilled.LargeMayKnow)
        {
            yield return $"note: {large} learned from a file of this name and may know rows that judge here: its own numbers are then too good";
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
