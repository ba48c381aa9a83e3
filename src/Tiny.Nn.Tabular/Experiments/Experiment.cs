using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The way from a table to a trained model and an honest report: test rows are set aside before anything is learned.</summary>
public static class Experiment
{
    /// <summary>Divides the rows, fits the encoding to the training rows, and designs the network; nothing is trained yet.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="protocol">What the rows are for, and how much each counts; null for what the recipe says.</param>
    /// <exception cref="ArgumentException">The protocol is for a table with other rows.</exception>
    /// <exception cref="DataException">The table has no target, leaves nothing to learn, or cannot be divided so.</exception>
    public static Plan<T> Plan<T>(Table<T> table, Recipe recipe, Protocol? protocol = null)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        protocol ??= new Protocol();
        RowWeights.Check(table, protocol.Weights.Span);
        Problem<T> problem = Problems.Find(table, recipe);
        return new Plan<T>(table, recipe, problem, protocol.Divide(table, problem, recipe), protocol.Weights);
    }

    /// <summary>A plan for some rows of a table, without a test among them: encoding and network see no other row.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="rows">The rows that may be used, some of which choose the best epoch.</param>
    /// <param name="recipe">How to train; its share of test rows is not used.</param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    public static Plan<T> Plan<T>(Table<T> table, ReadOnlySpan<int> rows, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        Problem<T> problem = Problems.Find(table, recipe);
        return new Plan<T>(table, recipe, problem, Divide(table, problem, rows, recipe), default);
    }

    /// <summary>Plans, trains and judges: <see cref="Plan{T}(Table{T}, Recipe, Protocol)"/>, <see cref="Plan{T}.Train(IProgress{EpochReport}, CancellationToken)"/> and <see cref="Trained{T}.Judge"/> in a row.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="progress">Is told of every epoch, on this thread.</param>
    /// <param name="cancellation">
    /// Ends training after the step under way. The model is then the best so far, and <see cref="History.StopReason"/> is <see cref="StopReason.Cancelled"/>.
    /// </param>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    /// <exception cref="TrainingDivergedException">The loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before the first epoch was over: there is no model yet.</exception>
    public static Judged<T> Run<T>(
        Table<T> table,
        Recipe recipe,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Plan(table, recipe).Train(progress, cancellation).Judge(cancellation);

    /// <summary>Rows without a test among them.</summary>
    internal static Division<T> Divide<T>(Table<T> table, Problem<T> problem, ReadOnlySpan<int> rows, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Generator generator = new(recipe.Seed, RandomStreams.ValidationSplit);
        (int[] training, int[] validation) = problem.Divide(rows, recipe.ValidationFraction, generator);
        return new Division<T>(training, validation, [], table);
    }
}
