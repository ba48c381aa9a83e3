using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Reports;

/// <summary>
/// Refuses predictions that are none: NaN is not larger than any probability, so it would pass for the first class.
/// </summary>
internal static class FinitePredictions
{
    /// <summary>Looks at all of them, sample by sample.</summary>
    /// <param name="predictions">Outputs × samples, as a model gave them.</param>
    /// <param name="table">What it was asked.</param>
    /// <param name="rows">The row of the table that each sample is.</param>
    /// <exception cref="DataException">One is not finite; it tells which row it is.</exception>
    /// <exception cref="ArgumentException">There are fewer or more rows than samples.</exception>
    public static void Require(Matrix<double> predictions, Table table, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(table);
        Sizes.Same(predictions.Columns, "predictions", rows.Length, "rows");
        for (int sample = 0; sample < rows.Length; sample++)
        {
            if (!Finite.AreAll(predictions.Column(sample)))
            {
                throw Problem(table.Source, table.LineOf(rows[sample]));
            }
        }
    }

    /// <summary>The problem with a row whose prediction is not finite.</summary>
    /// <param name="source">Where the row comes from.</param>
    /// <param name="line">The line on which it starts.</param>
    public static DataException Problem(string source, long line) =>
        new(
            "The model has no answer to this row: its numbers leave the range of numbers on the way.",
            $"{source}, line {line}",
            "Look for missing cells, and for numbers that are far from those that the model learned from."
        );
}
