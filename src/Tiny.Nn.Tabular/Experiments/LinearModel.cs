using System.Numerics;
using Tiny.Nn.Optimizers;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// The linear model that a report sets beside another: trained to its optimum on the same rows, with a penalty and a threshold that rows chose which it had not
/// learned from.
/// </summary>
internal static class LinearModel
{
    /// <summary>The share of the rows that chooses.</summary>
    private const double HeldOut = 0.2;

    /// <summary>
    /// Trains it. Beside bags, which learn from all rows, a share of the rows is set aside to choose, and then it learns from all of them, as chosen.
    /// </summary>
    /// <param name="plan">The plan of the model that it is to be compared with.</param>
    /// <param name="cancellation">Ends training after the step under way.</param>
    /// <exception cref="DataException">The targets are too large, or the recipe does not fit them.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first step was over.</exception>
    internal static Trained<T> Train<T>(Plan<T> plan, CancellationToken cancellation)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Recipe recipe = plan.Recipe.Linear();
        Plan<T> whole = plan.With(recipe);
        if (!IsToChoose(plan, whole))
        {
            return whole.Train(null, cancellation);
        }
        Plan<T> part = plan.HoldingOut(HeldOut, recipe);
        Trained<T> chosen = part.Train(null, cancellation);
        return chosen.History.StopReason == StopReason.Cancelled
            ? chosen
            : plan.With(Settled(recipe, chosen)).Train(chosen.Model.Network, null, null, cancellation);
    }

    private static bool IsToChoose<T>(Plan<T> plan, Plan<T> whole)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = plan.Split.Training.Length;
        return plan.Recipe.HasBags
            && plan.Split.Validation.IsEmpty
            && rows > 1
            && (whole.Recipe.Threshold is not FixedThreshold || FullBatchTraining.CanChoose(rows, whole.Architecture));
    }

    /// <summary>The recipe with what was chosen as if it had been given; a penalty is of the mean loss, and weighs as much against more rows.</summary>
    private static Recipe Settled<T>(Recipe recipe, Trained<T> chosen)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (chosen.Model.Target is ClassTarget { Classes.Count: 2 } classes)
        {
            recipe = recipe with { Threshold = ThresholdRule.Fixed(classes.Threshold) };
        }
        if (chosen.History.ChosenPenalty is not { } penalty)
        {
            return recipe;
        }
        double share =
            (double)chosen.Plan.Training.Count / (chosen.Plan.Training.Count + chosen.Plan.Validation!.Count);
        return recipe with { PenaltyChoice = PenaltyChoice.Given, Penalty = new WeightPenalty(L2: penalty.L2 * share) };
    }
}
