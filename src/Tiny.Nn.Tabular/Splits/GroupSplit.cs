using Tiny.Nn.Numerics;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>Sets whole groups aside, so that each class keeps its share as nearly as whole groups allow.</summary>
/// <remarks>
/// Of all ways to divide the groups the one that is wanted has v_c = f·n_c rows of each class set aside; how far a way is from it is
/// D = Σ_c (v_c − f·n_c)²/n_c. Starting with no group set aside, the groups are gone through in random order, and each is
/// moved to the other side if that lowers D; again and again until no move does. So at the end no single group that changed sides
/// would bring the split nearer: without classes, the side that has too many rows has too many by half of its smallest group at
/// most, or that group is all it has. To find the very best way is a knapsack problem, and would leave nothing to chance.
/// </remarks>
internal static class GroupSplit
{
    /// <param name="groups">The group of each row.</param>
    /// <param name="codes">The class of each row; all 0 where there is nothing to stratify by.</param>
    /// <param name="fraction">The part of the rows to set aside, between 0 and 1. Each side gets at least one group.</param>
    /// <param name="generator">The source of randomness.</param>
    /// <exception cref="ArgumentException">There are more or fewer groups than classes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A code is negative, or the fraction not between 0 and 1.</exception>
    /// <exception cref="DataException">There are fewer than two groups.</exception>
    internal static Split Of(Groups groups, ReadOnlySpan<int> codes, double fraction, Generator generator)
    {
        ArgumentNullException.ThrowIfNull(groups);
        ArgumentNullException.ThrowIfNull(generator);
        Fraction.Check(fraction);
        GroupStrata strata = new(groups, codes);
        if (strata.Count < 2)
        {
            throw new DataException(
                $"All rows that have a target belong to one group, {Excerpt.List(groups.Names)}: it cannot be on both sides of a split.",
                null,
                "Name another column for the groups, or split without groups."
            );
        }
        int[] order = strata.Shuffled(generator);
        bool[] isAside = Divide(strata, order, fraction);
        return Split.SetAside(
            codes.Length,
            [.. Enumerable.Range(0, strata.Count).Where(group => isAside[group]).SelectMany(strata.Rows)]
        );
    }

    private static bool[] Divide(GroupStrata strata, int[] order, double fraction)
    {
        double[] excess = [.. strata.ClassSizes.Select(size => -fraction * size)];
        bool[] isAside = new bool[strata.Count];
        int count = 0;

        // (e + s·g)² − e² for each class, s = ±1: what moving a group would add to D.
        double Change(int group)
        {
            int sign = isAside[group] ? -1 : 1;
            return strata
                .Classes(group)
                .Sum(part => part.Count * (2 * sign * excess[part.Class] + part.Count) / strata.ClassSizes[part.Class]);
        }
        void Move(int group)
        {
            int sign = isAside[group] ? -1 : 1;
            foreach ((int code, int size) in strata.Classes(group))
            {
                excess[code] += sign * size;
            }
            isAside[group] = !isAside[group];
            count += sign;
        }

        void Improve()
        {
            bool moved = true;
            while (moved)
            {
                moved = false;
                foreach (int group in order)
                {
                    bool isLast = isAside[group] ? count == 1 : count == strata.Count - 1;
                    if (!isLast && Change(group) < -1e-9)
                    {
                        Move(group);
                        moved = true;
                    }
                }
            }
        }

        Improve();
        if (count == 0)
        {
            // Every group is more than twice the share; one is set aside all the same.
            Move(order.MinBy(Change));
            Improve();
        }
        return isAside;
    }
}
