using System.Globalization;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Checks;

/// <summary>Features that determine the target in every row (target leakage): perhaps they were computed from it, and will be missing when it is to be predicted.</summary>
internal static class Leaks
{
    /// <summary>A column of fewer rows may determine the target by chance.</summary>
    private const int FewestRows = 20;

    /// <summary>From here on r² is 1 but for the rounding of the numbers in the file.</summary>
    private const double AlmostOne = 1 - 1e-6;

    internal static IEnumerable<Finding> Find(Table table)
    {
        if (table.Target is not { } target || table.Rows < FewestRows)
        {
            yield break;
        }
        double[]? numbers = target.SuggestedKind == TargetKind.Regression ? target.Numbers().ToArray() : null;
        for (int i = 0; i < table.Schema.Count; i++)
        {
            if (
                numbers is not null
                && table.Schema[i] is NumberFeature
                && Correlation(table, i, numbers) is var r2
                && r2 > AlmostOne
            )
            {
                string shown = r2.ToString("0.0000000", CultureInfo.InvariantCulture);
                yield return new Finding(
                    FindingKind.Leaking,
                    table.FeatureNames[i],
                    $"the target is a straight line of it, r² = {shown}"
                );
            }
            else if (Determines(table, i, target.Codes.Span) is { } values)
            {
                yield return new Finding(
                    FindingKind.Leaking,
                    table.FeatureNames[i],
                    $"each of its {values} values has one target only, in all {table.Rows} rows"
                );
            }
        }
    }

    /// <summary>How many values determine the target; null where they do not, or are nearly as many as the rows, which says nothing.</summary>
    private static int? Determines(Table table, int feature, ReadOnlySpan<int> codes)
    {
        Dictionary<double, int> told = [];
        bool several = false;
        for (int row = 0; row < codes.Length; row++)
        {
            double value = table.Cells[feature, row];
            if (double.IsNaN(value))
            {
                continue;
            }
            if (told.TryGetValue(value, out int code) && code != codes[row])
            {
                return null;
            }
            told[value] = codes[row];
            several |= codes[row] != codes[0];
            if (2 * told.Count > codes.Length)
            {
                return null;
            }
        }
        return several && told.Count > 1 ? told.Count : null;
    }

    /// <summary>r² of a feature and the target, over the rows that have both.</summary>
    private static double Correlation(Table table, int feature, double[] target)
    {
        (double x, double y, int count) = (0, 0, 0);
        for (int row = 0; row < target.Length; row++)
        {
            double value = table.Cells[feature, row];
            if (!double.IsNaN(value))
            {
                (x, y, count) = (x + value, y + target[row], count + 1);
            }
        }
        (double meanX, double meanY) = (x / count, y / count);
        (double xx, double xy, double yy) = (0, 0, 0);
        for (int row = 0; row < target.Length; row++)
        {
            double dx = table.Cells[feature, row] - meanX;
            double dy = target[row] - meanY;
            if (!double.IsNaN(dx))
            {
                (xx, xy, yy) = (xx + dx * dx, xy + dx * dy, yy + dy * dy);
            }
        }
        return count >= FewestRows && xx * yy > 0 ? xy * xy / (xx * yy) : 0;
    }
}
