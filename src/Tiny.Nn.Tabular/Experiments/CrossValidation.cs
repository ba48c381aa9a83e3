using System.Numerics;
using Tiny.Nn.Checkpoints;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Ranks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>
/// k-fold cross-validation: every row is judged by a model that has not seen it. It judges the recipe, not one model. Of classes the
/// folds keep their shares; groups stay whole.
/// </summary>
public static class CrossValidation
{
    /// <summary>Trains and judges a model for each fold.</summary>
    /// <remarks>
    /// Each fold has a seed of its own, derived from the recipe's, and shares nothing with the others; so the results do not depend on how many
    /// are trained at the same time. Of the rows that a fold may use, the recipe's share for validation chooses its best epoch.
    /// </remarks>
    /// <param name="table">Features and a target.</param>
    /// <param name="recipe">How to train; its share of test rows is not used.</param>
    /// <param name="options">How to divide; null for five folds, once.</param>
    /// <param name="progress">Is told of every fold that ends, one after the other, in the order in which they end and on their threads.</param>
    /// <param name="cancellation">Ends it: the result is then of the folds that were done.</param>
    /// <exception cref="ArgumentException">The groups or weights are for a table with other rows.</exception>
    /// <exception cref="DataException">The table has no target, leaves nothing to learn, or cannot be divided so.</exception>
    /// <exception cref="TrainingDivergedException">In some fold the loss left the range of numbers.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled before any fold was done.</exception>
    public static CrossValidationResult Run<T>(
        Table table,
        Recipe recipe,
        CrossValidationOptions? options = null,
        IProgress<FoldResult>? progress = null,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(recipe);
        options ??= new CrossValidationOptions();
        RowWeights.Check(table, options.Weights.Span);
        LearningTask task = RecipeTask.Choose(table, recipe);
        Splitter[] folds = Deal(table, task, recipe, options);
        ulong[] seeds = Seeds(recipe.Seed, folds.Length);
        FoldResult? Train(int place, ICheckpoint? checkpoint, CancellationToken cancelled)
        {
            FoldResult? judged = Judge<T>(
                table,
                task,
                folds[place],
                recipe with
                {
                    Seed = seeds[place],
                },
                options,
                checkpoint?.Part($"fold {place + 1}"),
                cancelled
            );
            return judged is null
                ? null
                : judged with
                {
                    Repeat = place / options.Folds + 1,
                    Fold = place % options.Folds + 1,
                };
        }

        FoldResult?[] results = new DealtTrainings<FoldResult>(
            options.Ranks,
            options.Threads,
            options.Checkpoint,
            progress,
            Train
        ).Run(folds.Length, cancellation);
        FoldResult[] done = [.. results.OfType<FoldResult>()];
        return done.Length > 0
            ? new CrossValidationResult(done, folds.Length, options.Folds)
            : throw new OperationCanceledException(
                "Cross-validation was cancelled before any fold was done.",
                cancellation
            );
    }

    /// <summary>The classes that some folds cannot learn: none of their rows is for training there. None of numbers.</summary>
    /// <exception cref="DataException">The table has no target, leaves nothing to learn, or cannot be divided so.</exception>
    internal static IReadOnlyList<UnlearnedClass> Unlearned(Table table, Recipe recipe, CrossValidationOptions options)
    {
        LearningTask task = RecipeTask.Choose(table, recipe);
        Splitter[] folds = Deal(table, task, recipe, options);
        ulong[] seeds = Seeds(recipe.Seed, folds.Length);
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach ((int place, Splitter fold) in folds.Index())
        {
            Split split = fold.Divide(task.Strata(), recipe.ValidationShare, seeds[place]);
            foreach (string name in task.Unlearned(split.Training.AsSpan()))
            {
                counts[name] = counts.GetValueOrDefault(name) + 1;
            }
        }
        TargetColumn target = table.Target!;
        return
        [
            .. target
                .Levels.Index()
                .Where(level => counts.ContainsKey(level.Item))
                .Select(level => new UnlearnedClass(
                    level.Item,
                    target.Codes.Span.Count(level.Index),
                    counts[level.Item]
                )),
        ];
    }

    /// <summary>The folds of all repeats, one after the other.</summary>
    private static Splitter[] Deal(Table table, LearningTask task, Recipe recipe, CrossValidationOptions options)
    {
        Groups? groups = options.Groups is { } names ? Groups.FromTexts(names) : null;
        if (groups is not null && groups.Codes.Length != table.Rows)
        {
            throw new ArgumentException(
                $"There are groups for {groups.Codes.Length} rows; the table has {table.Rows}."
            );
        }
        if (table.Rows < options.Folds)
        {
            throw new DataException(
                $"There {(table.Rows == 1 ? "is 1 row" : $"are {table.Rows} rows")} for {options.Folds} folds.",
                table.Source,
                "Use fewer folds, or more rows."
            );
        }
        Generator generator = new(recipe.Seed, RandomStreams.FoldSplit);
        int[] classes = task.Strata();
        IReadOnlyList<Split> Once() =>
            groups is null
                ? RandomFolds.Of(classes, options.Folds, generator)
                : GroupFolds.Of(groups, classes, options.Folds, generator);
        return
        [
            .. Enumerable
                .Range(0, options.Repeats)
                .SelectMany(_ => Once())
                .Select(fold => Splitter.OfFold(fold, groups)),
        ];
    }

    private static ulong[] Seeds(ulong seed, int count)
    {
        Generator generator = new(seed, RandomStreams.FoldSeeds);
        return [.. Enumerable.Range(0, count).Select(_ => generator.NextBits())];
    }

    /// <summary>Trains and judges; null where it was cancelled on the way.</summary>
    private static FoldResult? Judge<T>(
        Table table,
        LearningTask task,
        Splitter fold,
        Recipe recipe,
        CrossValidationOptions options,
        ICheckpoint? checkpoint,
        CancellationToken cancellation
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (cancellation.IsCancellationRequested)
        {
            return null;
        }
        Split split = fold.Divide(task.Strata(), recipe.ValidationShare, recipe.Seed);
        Trained<T> trained;
        try
        {
            Plan<T> plan = new(table, recipe, task, fold, split, null, table, options.Weights)
            {
                Checkpoint = checkpoint,
                Ranks = new OneRank(options.Ranks.Threads),
            };
            trained = plan.Train(null, cancellation);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        if (trained.History.StopReason == StopReason.Cancelled)
        {
            return null;
        }
        Predictions predictions = trained.Predict();
        (string name, Predictions baseline) = Baselines.Of(trained.Model.Target, predictions)!.Value;
        Report report = Baselines.With(predictions.Report(), name, predictions, baseline);
        int known = split.Training.Length + split.Validation.Length;
        return new FoldResult(0, 0, recipe.Seed, known, predictions, baseline, report, trained.History);
    }
}
