using System.Numerics;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Splits;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>
/// Random search with successive halving: brackets of configurations are drawn, and each is judged by more and more folds as long as it is among the best. The
/// test rows have no part in it.
/// </summary>
/// <remarks>
/// All of it is one sequence, which seed, table and space decide; a clock may only end it. So the first trials are the same however many there are, and a search that
/// is gone on with ends as if it had never stopped.
/// </remarks>
public static class RandomSearch
{
    /// <summary>Searches.</summary>
    /// <param name="plan">The table, and which of its rows test: those have no part in it.</param>
    /// <param name="space">What is searched.</param>
    /// <param name="options">How many trials, and how they are judged.</param>
    /// <param name="known">Trials of the same search, whose folds are not trained again; null for none. Others, by number or configuration, are not looked at.</param>
    /// <param name="progress">Is told of a trial after each of its folds, one after the other, on the threads of the folds.</param>
    /// <param name="enough">From when on no fold is begun any more; those under way are finished.</param>
    /// <param name="cancellation">Ends it at once: a fold under way is lost.</param>
    /// <exception cref="DataException">There are too few rows for the folds.</exception>
    public static TuningResult Run<T>(
        Plan<T> plan,
        SearchSpace space,
        TuningOptions options,
        IEnumerable<Trial>? known = null,
        IProgress<Trial>? progress = null,
        CancellationToken enough = default,
        CancellationToken cancellation = default
    )
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<Split> folds = Folds(plan, options);
        FoldTraining<T> training = new(plan, space, folds);
        BracketSequence sequence = new(
            training.Train,
            new Halving(folds.Count),
            plan.Ranks,
            options.Threads,
            known ?? []
        )
        {
            Progress = progress,
            Enough = enough,
            Cancellation = cancellation,
        };
        return sequence.Run(space.Trials(plan.Recipe.Seed), options.Trials);
    }

    /// <summary>The folds that judge.</summary>
    /// <exception cref="DataException">There are too few rows for them.</exception>
    internal static IReadOnlyList<Split> Folds<T>(Plan<T> plan, TuningOptions options)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int rows = plan.Split.Training.Length + plan.Split.Validation.Length;
        return rows >= 2 * options.Folds
            ? plan.Folds(options.Folds)
            : throw new DataException(
                $"There are {rows} rows to learn from for {options.Folds} folds: each needs two at least.",
                plan.Table.Source,
                "Use fewer folds, more rows, or fewer of them for the test."
            );
    }
}
