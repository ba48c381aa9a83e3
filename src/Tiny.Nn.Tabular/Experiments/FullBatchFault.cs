using Tiny.Nn.Minimization;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>What a recipe says that does not go with training on all rows at once, or only with that.</summary>
/// <param name="What">What is wrong.</param>
/// <param name="Where">The settings that do not go together.</param>
/// <param name="Advice">What to do.</param>
internal sealed record FullBatchFault(string What, string Where, string Advice)
{
    /// <summary>What is wrong with a recipe; null where nothing is.</summary>
    internal static FullBatchFault? Find(Recipe recipe) =>
        recipe switch
        {
            { FullBatch: null, PenaltyChoice: PenaltyChoice.Validation } => new(
                "A penalty is chosen among optima, and steps of batches do not end at one.",
                $"l2 {SquarePenaltyText.Chosen}, optimizer {recipe.Optimizer.Name}",
                $"Give the optimizer {Lbfgs.Name}, or the penalty as a number."
            ),
            { PenaltyChoice: PenaltyChoice.Validation, Hidden.IsEmpty: false } => new(
                "A penalty is chosen for a linear model: from the optimum of a strong one, where all weights are nearly 0, hidden layers find no way out.",
                $"l2 {SquarePenaltyText.Chosen}, hidden {string.Join(',', recipe.Hidden)}",
                "Give the penalty as a number, or no hidden layer."
            ),
            { FullBatch: null } => null,
            { Dropout: > 0, Hidden.IsEmpty: false } => new(
                $"The optimizer {Lbfgs.Name} needs the same function at every step, and dropout makes it another one each time.",
                FormattableString.Invariant($"optimizer {Lbfgs.Name}, dropout {recipe.Dropout}"),
                "Leave out dropout, or give another optimizer; an L2 penalty holds weights back too."
            ),
            { Normalization: Normalization.Batch, Hidden.IsEmpty: false } => new(
                $"The optimizer {Lbfgs.Name} works through all rows in portions, and batch normalization would mix those of a portion.",
                $"optimizer {Lbfgs.Name}, normalization batch",
                "Normalize by layer, or give another optimizer."
            ),
            { Penalty.L1: > 0 } => new(
                $"The optimizer {Lbfgs.Name} needs a smooth function, and the cost of magnitudes has a bend.",
                FormattableString.Invariant($"optimizer {Lbfgs.Name}, l1 {recipe.Penalty.L1}"),
                "Leave out l1, or give another optimizer; l2 is smooth."
            ),
            { LabelSmoothing: > 0 } when recipe.LabelSmoothingSchedule != LearningRateSchedule.Constant => new(
                $"The optimizer {Lbfgs.Name} needs the same function at every step, and a schedule of label smoothing makes it another one each time.",
                $"optimizer {Lbfgs.Name}, label-smoothing-schedule {recipe.LabelSmoothingSchedule}",
                "Leave out the schedule, or give another optimizer."
            ),
            _ => null,
        };
}
