using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>The last rows in time; nothing is random.</summary>
/// <param name="times">When each row of the table was.</param>
internal sealed class TimeDraw(double[] times) : Draw
{
    private protected override Split Among(
        ReadOnlySpan<int> rows,
        ReadOnlySpan<int> classes,
        double share,
        Generator generator
    ) => TimeSplit.Of(Left(rows), share);

    /// <summary>A single one: to learn from later rows what earlier ones were would tell nothing of the time to come.</summary>
    internal override IReadOnlyList<Split> Folds(
        int[] rows,
        ReadOnlySpan<int> classes,
        int count,
        Generator generator
    ) => [TimeSplit.Of(Left(rows), 1.0 / count)];

    /// <summary>The times of these rows: two at least where the table has so many.</summary>
    private double[] Left(ReadOnlySpan<int> rows)
    {
        double[] left = Rows.Pick<double>(times, rows);
        int all = times.Distinct().Count();
        return all < 2 || left.Distinct().Take(2).Count() > 1
            ? left
            : throw TooFew("times", all, "Name another column for the time");
    }
}
