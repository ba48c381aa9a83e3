using System.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>The way from a table to a trained model and an honest report: test rows are set aside before anything is learned.</summary>
public static class Experiment
{
    /// <summary>
    /// So many test rows of a table larger than memory are asked about: of each an answer is kept, and more tell nothing more. An accuracy is known to a fifth of a percent.
    /// </summary>
    internal const int MostJudged = 250_000;

    /// <summary>Divides the rows, fits the encoding to the training rows, and designs the network; nothing is trained yet.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How to train.</param>
    /// <param name="splitter">What the rows are for; null for a random share that tests, the one of the recipe.</param>
    /// <param name="weights">
    /// How much each row of the table counts in training and in the choice of the best epoch, finite and not negative; empty where all count
    /// the same. Reports count every row the same.
    /// </param>
    /// <exception cref="ArgumentException">The splitter or the weights are for a table with other rows.</exception>
    /// <exception cref="DataException">The table has no target, leaves nothing to learn, or cannot be divided so.</exception>
    public static Plan<T> Plan<T>(
        Table table,
        Recipe recipe,
        Splitter? splitter = null,
        ReadOnlyMemory<double> weights = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        LearningTask task = Check(table, recipe, weights);
        splitter ??= Splitter.Random(recipe.TestFraction);
        Split split = splitter.Divide(task.Strata(), recipe.ValidationShare, recipe.Seed);
        if (table.Home is not null)
        {
            split = split.Thinning(MostJudged);
            TableMemory.Tidy(table);
        }
        return new Plan<T>(table, recipe, task, splitter, split, splitter.TestShare, table, weights);
    }

    /// <summary>The same, where all rows of another table with the same columns test: those of this one are for training and validation.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How to train; its share of test rows is not used.</param>
    /// <param name="test">The other table.</param>
    /// <param name="weights">How much each row of the first table counts in training; empty where all count the same.</param>
    /// <exception cref="ArgumentException">The weights are for a table with other rows.</exception>
    /// <exception cref="DataException">
    /// A table has no target, leaves nothing to learn, or cannot be divided so; or a target of the other table is none that can be predicted.
    /// </exception>
    public static Plan<T> Plan<T>(Table table, Recipe recipe, Table test, ReadOnlyMemory<double> weights = default)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(test);
        LearningTask task = Check(table, recipe, weights);
        TargetColumn judged =
            test.Target
            ?? throw new DataException(
                $"There is no target column {Excerpt.Name(table.Target!.Name)}.",
                test.Source,
                "Add it: rows without a target cannot test."
            );
        task.RequireKnown(judged);
        Splitter splitter = Splitter.Random(0);
        Split known = splitter.Divide(task.Strata(), recipe.ValidationShare, recipe.Seed);
        Split split = new(known.Training, known.Validation, Enumerable.Range(0, test.Rows));
        return new Plan<T>(table, recipe, task, splitter, split, null, test, weights);
    }

    /// <summary>A plan for some rows of a table, without a test among them: encoding and network see no other row.</summary>
    /// <param name="table">Features and a target.</param>
    /// <param name="rows">The rows that may be used, some of which choose the best epoch.</param>
    /// <param name="recipe">How to train; its share of test rows is not used.</param>
    /// <exception cref="ArgumentException">A row is none of the table, or is there twice.</exception>
    /// <exception cref="DataException">The table has no target, or leaves nothing to learn.</exception>
    public static Plan<T> Plan<T>(Table table, ReadOnlySpan<int> rows, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Plan<T>(table, recipe, Splitter.Of(new Split(rows.ToArray(), [], [])));

    /// <summary>Plans, trains and judges: <see cref="Plan{T}(Table, Recipe, Splitter, ReadOnlyMemory{double})"/>, <see cref="PlanTraining.Train{T}(Plan{T}, IProgress{EpochReport}, CancellationToken)"/> and <see cref="ModelJudgement.Judge"/> in a row.</summary>
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
        Table table,
        Recipe recipe,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        Plan<T>(table, recipe).Train(progress, cancellation).Judge(cancellation);

    private static LearningTask Check(Table table, Recipe recipe, ReadOnlyMemory<double> weights)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        RowWeights.Check(table, weights.Span);
        return RecipeTask.Choose(table, recipe);
    }
}
