using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>At random; each class keeps its share.</summary>
internal sealed class RandomDraw : Draw
{
    internal override IReadOnlyList<Split> Folds(
        int[] rows,
        ReadOnlySpan<int> classes,
        int count,
        Generator generator
    ) => RandomFolds.Of(Rows.Pick(classes, rows), Math.Min(count, rows.Length), generator);

    private protected override Split Among(int[] rows, ReadOnlySpan<int> classes, double share, Generator generator) =>
        RandomSplit.Of(Rows.Pick(classes, rows), share, generator);
}
