using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>What is known of a training before it starts, for those who show how it goes on.</summary>
/// <param name="Epochs">How many epochs there are at most.</param>
/// <param name="ShowsRate">Whether the learning rate changes.</param>
internal sealed record Course(int Epochs, bool ShowsRate)
{
    /// <summary>The language of what is said of it.</summary>
    internal Language Language { get; init; }

    internal static Course Of(Recipe recipe) => new(recipe.Epochs, recipe.Schedule != LearningRateSchedule.Constant);

    internal static Course Of(Plan<float> plan) =>
        plan.Bags.Count == 0 ? Of(plan.Recipe) : new(plan.Epochs, ShowsRate: false);
}
