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

    /// <summary>No row need be looked up among all of them.</summary>
    internal override Split SetAside(ReadOnlySpan<int> classes, double share, Generator generator) =>
        share == 0 ? base.SetAside(classes, share, generator) : RandomSplit.Of(classes, share, generator);

    private protected override Split Among(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> classes,
        double share,
        Generator generator
    ) =>
        // Where there are no classes, those of any rows are those of the first.
        RandomSplit.Of(
            classes.ContainsAnyExcept(0) ? Rows.Pick(classes, rows) : classes[..rows.Length],
            share,
            generator
        );
}
