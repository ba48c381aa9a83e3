using System.Collections.Immutable;
using Tiny.Nn.Tabular.Bagging;
using Tiny.Nn.Tabular.Splits;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>Deals the rows that are known before the test into folds, each of which validates what learned from the others.</summary>
internal static class FoldDeal
{
    /// <summary>The share of the rows that validate where there is one fold.</summary>
    private const double HeldOut = 0.1;

    /// <param name="rows">Rows of the table, ascending.</param>
    /// <param name="split">What they are for: where validation rows are given, these are the one fold.</param>
    /// <param name="splitter">In whose manner they are dealt: by class, by group, in time.</param>
    /// <param name="task">What the target asks for.</param>
    /// <param name="count">How many folds; there are fewer where the rows allow no more.</param>
    /// <param name="seed">The random seed.</param>
    /// <returns>Folds of places among the rows.</returns>
    /// <exception cref="DataException">The rows cannot be divided so.</exception>
    internal static ImmutableArray<Fold> Of(
        int[] rows,
        Split split,
        Splitter splitter,
        LearningTask task,
        int count,
        ulong seed
    )
    {
        if (!split.Validation.IsEmpty || rows.Length < 2)
        {
            HashSet<int> given = [.. split.Validation];
            return [Place(rows, given.Contains)];
        }
        if (count == 1)
        {
            HashSet<int> held = [.. splitter.SetAside(rows, task.Strata(), HeldOut, seed).Test];
            return [Place(rows, held.Contains)];
        }
        int[] strata = task.FoldStrata(rows, count);
        return
        [
            .. splitter.Folds(rows, strata, count, seed).Select(fold => new Fold([.. fold.Training], [.. fold.Test])),
        ];
    }

    /// <summary>A single fold.</summary>
    private static Fold Place(int[] rows, Func<int, bool> isValidation)
    {
        int[] places = [.. Enumerable.Range(0, rows.Length)];
        return new Fold(
            [.. places.Where(place => !isValidation(rows[place]))],
            [.. places.Where(place => isValidation(rows[place]))]
        );
    }
}
