using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Experiments;

namespace Tiny.Nn.Cli.Train;

/// <summary>What is known of a training before it starts, for those who show how it goes on.</summary>
/// <param name="Epochs">How many epochs there are at most.</param>
/// <param name="ShowsRate">Whether the learning rate changes.</param>
internal sealed record Course(int Epochs, bool ShowsRate)
{
    internal static Course Of(Plan<float> plan) =>
        new(plan.Epochs, plan.Bags.Count == 0 && plan.Recipe.Schedule != LearningRateSchedule.Constant);
}
