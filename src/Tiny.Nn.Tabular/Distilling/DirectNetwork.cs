using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Distilling;

/// <summary>The small network where it learns the target itself, and nobody's answers: what these are worth shows beside it.</summary>
internal static class DirectNetwork
{
    /// <summary>Trains it on the same rows, with the same seed.</summary>
    /// <returns>The model; null where the table has not the target, or not all of its classes, and where training came to nothing.</returns>
    internal static Model<T>? Train<T>(
        ModelTarget target,
        Table table,
        Recipe recipe,
        Split split,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (table.Target is not { } column || (target is ClassTarget all && !all.Classes.SequenceEqual(column.Levels)))
        {
            return null;
        }
        Recipe own = Own(recipe, target);
        try
        {
            LearningTask task = RecipeTask.Choose(table, own);
            Plan<T> plan = new(table, own, task, Splitter.Of(split), split, null, table, default);
            Trained<T> trained = plan.Train(null, cancellation);
            return trained.History.StopReason == StopReason.Cancelled ? null : trained.Model;
        }
        catch (Exception fault) when (fault is OperationCanceledException or TrainingDivergedException or DataException)
        {
            return null;
        }
    }

    /// <summary>The recipe with what is known of the target.</summary>
    private static Recipe Own(Recipe recipe, ModelTarget target)
    {
        Recipe plain = recipe with
        {
            Effort = Effort.None,
            ClassWeights = ClassWeighting.None,
            LabelSmoothing = 0,
            Threshold = ThresholdRule.Half,
            Positive = null,
        };
        return target is ClassTarget classes
            ? plain with
            {
                Kind = TargetKind.Classification,
                Positive = classes.Positive,
                Threshold =
                    classes.Threshold == ClassTarget.UsualThreshold
                        ? ThresholdRule.Half
                        : ThresholdRule.Fixed(classes.Threshold),
            }
            : plain with
            {
                Kind = TargetKind.Regression,
            };
    }
}
