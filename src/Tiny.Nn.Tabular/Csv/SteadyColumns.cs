using Tiny.Nn.Tabular.Tables.Packed;

namespace Tiny.Nn.Tabular.Csv;

/// <summary>Which features of a table are the same in every row, or count the rows.</summary>
/// <remarks>Nearly every column turns out to be neither within a few rows, and is not looked at again.</remarks>
internal sealed class SteadyColumns
{
    private readonly double[] values;
    private readonly HashSet<int> constant;
    private readonly HashSet<int> counting;

    private SteadyColumns(TableCells features)
    {
        values = [.. Enumerable.Repeat(double.NaN, features.Rows)];
        constant = [.. Enumerable.Range(0, features.Rows)];
        counting = [.. constant];
        for (int row = 0; row < features.Columns && constant.Count + counting.Count > 0; row++)
        {
            foreach (int i in constant)
            {
                double value = features[i, row];
                if (double.IsNaN(values[i]))
                {
                    values[i] = value;
                }
                else if (!double.IsNaN(value) && value != values[i])
                {
                    constant.Remove(i);
                }
            }
            foreach (int i in counting)
            {
                if (!double.IsInteger(features[i, row]) || (row > 0 && features[i, row] - features[i, row - 1] != 1))
                {
                    counting.Remove(i);
                }
            }
        }
    }

    internal static SteadyColumns Find(TableCells features) => new(features);

    /// <summary>True where every cell is missing.</summary>
    internal bool IsMissing(int feature) => constant.Contains(feature) && double.IsNaN(values[feature]);

    /// <summary>The value of all cells that are not missing; null where there are several, or none.</summary>
    internal double? ConstantOf(int feature) =>
        constant.Contains(feature) && !double.IsNaN(values[feature]) ? values[feature] : null;

    /// <summary>True where every cell is one more than the cell above it.</summary>
    internal bool Counts(int feature) => counting.Contains(feature);
}
