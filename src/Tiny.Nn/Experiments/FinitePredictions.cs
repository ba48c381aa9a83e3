using System.Numerics;
using Tiny.Nn.Data;
using Tiny.Nn.Numerics;

namespace Tiny.Nn.Experiments;

/// <summary>
/// Refuses predictions that are none: NaN is not larger than any probability, so it would pass for the first class.
/// </summary>
public static class FinitePredictions
{
    /// <summary>Looks at all of them, sample by sample.</summary>
    /// <param name="predictions">Outputs × samples, as a model gave them.</param>
    /// <param name="table">What it was asked.</param>
    /// <param name="rows">The row of the table that each sample is.</param>
    /// <exception cref="DataException">One is not finite; it tells which row it is.</exception>
    /// <exception cref="ArgumentException">There are fewer or more rows than samples.</exception>
    public static void Require<T>(Matrix<T> predictions, Table<T> table, ReadOnlySpan<int> rows)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(table);
        Shape.Same(predictions.Columns, rows.Length);
        for (int sample = 0; sample < rows.Length; sample++)
        {
            foreach (T output in predictions.Column(sample))
            {
                if (!T.IsFinite(output))
                {
                    throw new DataException(
                        "The model has no answer to this row: its numbers leave the range of numbers on the way.",
                        $"{table.Source}, line {table.LineOf(rows[sample])}",
                        "Look for numbers in it that are far from those that the model learned from."
                    );
                }
            }
        }
    }
}
