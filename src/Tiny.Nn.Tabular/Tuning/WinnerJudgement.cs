using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>Finds out, once, how the winner of a search does on the test rows.</summary>
public static class WinnerJudgement
{
    /// <summary>What the bags of networks are called in a report.</summary>
    public const string Bags = "bags of networks";

    /// <summary>
    /// Trains the winner as it is trained without a search, and asks it about the test rows; beside it stand the simpler models of every report, and the bags of networks
    /// that are trained where nobody describes a network.
    /// </summary>
    /// <param name="plan">The plan of the search.</param>
    /// <param name="space">What was searched.</param>
    /// <param name="winner">The trial.</param>
    /// <param name="cancellation">Ends it; the report then says what it lacks.</param>
    /// <exception cref="DataException">A prediction is not finite.</exception>
    /// <exception cref="TrainingDivergedException">On these rows the loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over.</exception>
    public static Judged<T> JudgeWinner<T>(
        this Plan<T> plan,
        SearchSpace space,
        Trial winner,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(space);
        Judged<T> judged = plan.Anew(space.RecipeOf(winner)).Train(null, cancellation).Judge(cancellation);
        if (judged.Test is null)
        {
            return judged;
        }
        try
        {
            Trained<T> bags = plan.Anew(space.Undescribed).Train(null, cancellation);
            return bags.History.StopReason == StopReason.Cancelled
                ? judged.Without(Bags, "their training was cancelled")
                : judged.Beside(Bags, bags.Predict());
        }
        catch (OperationCanceledException)
        {
            return judged.Without(Bags, "their training was cancelled");
        }
        catch (TrainingDivergedException)
        {
            return judged.Without(Bags, "their training diverged");
        }
        catch (OutOfMemoryException)
        {
            return judged.Without(Bags, "there was not enough memory for them");
        }
    }
}
