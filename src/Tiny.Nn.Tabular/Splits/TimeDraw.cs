using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Splits;

/// <summary>The last rows in time; nothing is random.</summary>
/// <param name="times">When each row of the table was.</param>
internal sealed class TimeDraw(double[] times) : Draw
{
    private protected override Split Among(int[] rows, ReadOnlySpan<int> classes, double share, Generator generator) =>
        TimeSplit.Of(Rows.Pick<double>(times, rows), share);
}
