using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>Whole groups at random; each class keeps its share as nearly as whole groups allow.</summary>
/// <param name="groups">The group of each row of the table.</param>
internal sealed class GroupDraw(Groups groups) : Draw
{
    private protected override Split Among(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> classes,
        double share,
        Generator generator
    ) => GroupSplit.Of(Left(rows), Rows.Pick(classes, rows), share, generator);

    internal override IReadOnlyList<Split> Folds(int[] rows, ReadOnlySpan<int> classes, int count, Generator generator)
    {
        Groups left = Left(rows);
        return GroupFolds.Of(left, Rows.Pick(classes, rows), Math.Min(count, left.Count), generator);
    }

    /// <summary>The groups of these rows: two at least where the table has so many.</summary>
    private Groups Left(ReadOnlySpan<int> rows)
    {
        Groups left = groups.Select(rows);
        return left.Count > 1 || groups.Count < 2
            ? left
            : throw TooFew("groups", groups.Count, "Name another column for the groups");
    }
}
