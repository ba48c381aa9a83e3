using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>Cross-validation in which no group is on both sides of any split, and each class keeps its share as nearly as whole groups allow.</summary>
/// <remarks>
/// Groups are dealt out from the largest to the smallest, equally large ones in random order. Each goes to the fold in which its classes
/// are rarest so far, the one with the least Σ_c g_c·v_c/n_c (g_c rows of the group, v_c of the fold, n_c of all); of equal ones to that
/// with the fewest rows. This is the greedy way to make Σ over folds and classes of v_c²/n_c small, that is, to make folds alike. Without
/// classes it is the rule "longest first" (Graham, 1969): the fullest fold has at most 4/3 of the rows of the best way there is.
/// </remarks>
internal static class GroupFolds
{
    /// <param name="groups">The group of each row.</param>
    /// <param name="codes">The class of each row; all 0 where there is nothing to stratify by.</param>
    /// <param name="k">How many folds: two at least.</param>
    /// <param name="generator">The source of randomness.</param>
    /// <exception cref="ArgumentException">There are more or fewer groups than classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, or there are fewer than two folds.</exception>
    /// <exception cref="DataException">There are fewer groups than folds.</exception>
    internal static IReadOnlyList<Split> Of(Groups groups, ReadOnlySpan<int> codes, int k, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 2);
        GroupStrata strata = new(groups, codes);
        if (strata.Count < k)
        {
            throw new DataException(
                $"There {(strata.Count == 1 ? "is 1 group" : $"are {strata.Count} groups")} for {k} folds: a group cannot be divided.",
                null,
                "Use fewer folds, or another column for the groups."
            );
        }
        int[] foldOf = Deal(strata, strata.Shuffled(generator), k);
        Split Fold(int fold) =>
            Split.SetAside(
                groups.Codes.Length,
                [.. Enumerable.Range(0, strata.Count).Where(group => foldOf[group] == fold).SelectMany(strata.Rows)]
            );
        return [.. Enumerable.Range(0, k).Select(Fold)];
    }

    /// <summary>The fold of each group.</summary>
    private static int[] Deal(GroupStrata strata, int[] order, int k)
    {
        int[] foldOf = new int[strata.Count];
        int[] rows = new int[k];
        int[,] counts = new int[k, strata.ClassSizes.Length];
        foreach (int group in order.OrderByDescending(group => strata.Rows(group).Count))
        {
            double Crowd(int fold) =>
                strata
                    .Classes(group)
                    .Sum(part => (double)part.Count * counts[fold, part.Class] / strata.ClassSizes[part.Class]);
            int best = Enumerable.Range(0, k).MinBy(fold => (Crowd(fold), rows[fold]));
            foldOf[group] = best;
            rows[best] += strata.Rows(group).Count;
            foreach ((int code, int size) in strata.Classes(group))
            {
                counts[best, code] += size;
            }
        }
        return foldOf;
    }
}
