using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The task that a recipe makes of a table's target.</summary>
internal static class RecipeTask
{
    /// <exception cref="DataException">There is no target, or it leaves nothing to learn.</exception>
    internal static LearningTask Choose(Table table, Recipe recipe)
    {
        TargetColumn target =
            table.Target
            ?? throw new DataException("There is no target column.", table.Source, "Name the column to be predicted.");
        if (TargetFault.Find(target, recipe.Kind, table.Source) is { } fault)
        {
            throw fault.Problem;
        }
        return (recipe.Kind ?? target.SuggestedKind) == TargetKind.Regression
            ? new Regression(target, recipe.RegressionLoss, recipe.Extrapolates)
            : new Classification(
                target,
                (recipe.LabelSmoothing, recipe.LabelSmoothingSchedule),
                recipe.ClassWeights,
                recipe.Threshold,
                recipe.Positive
            );
    }

    /// <summary>Refuses what does not go with the optimizer, batches that have no variance, and a start that does not suit the layers.</summary>
    /// <exception cref="DataException">There is such a thing.</exception>
    internal static void RequireNetwork(Recipe recipe)
    {
        if (FullBatchFault.Find(recipe) is { } fault)
        {
            throw new DataException(fault.What, fault.Where, fault.Advice);
        }
        if (recipe is { Normalization: Normalization.Batch, BatchSize: 1, Hidden.IsEmpty: false, FullBatch: null })
        {
            throw new DataException(
                "Batch normalization needs the variance of a step's rows, and a step has a single row.",
                "batch size 1",
                "Make steps of two rows or more, or normalize by layer."
            );
        }
        if (recipe is { Normalization: Normalization.Batch, Shards: > 1, Hidden.IsEmpty: false, FullBatch: null })
        {
            throw new DataException(
                "Batch normalization looks at all rows of a step, and a shard has a part of them.",
                $"normalization batch, shards {recipe.Shards}",
                "Normalize by layer, or leave out the shards."
            );
        }
        if (recipe.FullBatch is null && recipe.Shards > recipe.BatchSize)
        {
            throw new DataException(
                $"A step has {recipe.BatchSize} rows, too few for {recipe.Shards} shards.",
                $"batch size {recipe.BatchSize}, shards {recipe.Shards}",
                "Make larger steps, or fewer shards."
            );
        }
        if (recipe is { Start: Start.Data, Parametrization: Parametrization.Standard, HasBags: false })
        {
            throw new DataException(
                "A start by data is for layers whose weights have variance 1.",
                "start data, parametrization standard",
                "Use the parametrization ntk as well, or another start."
            );
        }
    }

    /// <summary>Refuses the same, and what the recipe says of classes where the target is a number, and a threshold that nothing can choose.</summary>
    /// <exception cref="DataException">It says something that makes no sense for this task.</exception>
    internal static void Require(Recipe recipe, LearningTask task, string target, int validationRows)
    {
        RequireNetwork(recipe);
        if (task is Classification classes)
        {
            classes.RequirePositive();
            classes.RequireThreshold(validationRows);
            return;
        }
        string? what =
            recipe.Threshold != ThresholdRule.Half ? "A threshold is"
            : recipe.Positive is not null ? "A positive class is"
            : recipe.ClassWeights != ClassWeighting.None ? "Class weights are"
            : null;
        if (what is not null)
        {
            throw new DataException(
                $"{what} for classes; the target is a number.",
                $"column {Excerpt.Name(target)}",
                "Leave them out."
            );
        }
    }
}
