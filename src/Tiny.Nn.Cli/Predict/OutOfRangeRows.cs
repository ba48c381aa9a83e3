using System.Globalization;
using System.Runtime.CompilerServices;
using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular;
using Tiny.Nn.Tabular.Encodings;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Predict;

/// <summary>Rows with a number far from all that a model learned from: they have a prediction, and it should not be trusted.</summary>
internal sealed class OutOfRangeRows(Model<float> model)
{
    private readonly OutOfRange far = new(model.Encoding);
    private long count;
    private string? first;

    /// <summary>What is to be said; null where there is no such row.</summary>
    internal string? Note =>
        first is null
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"note: {count:N0} {(count == 1 ? "row" : "rows")} with a number far from all that the model learned from, "
                    + $"so that the prediction is a guess; the first: {first}"
            );

    /// <summary>Looks at all rows of a table.</summary>
    internal void Look(Table table)
    {
        int first = 0;
        foreach (Matrix<double> cells in table.Cells.Portions())
        {
            int start = first;
            Look(cells, table.Source, row => table.LineOf(start + row));
            first += cells.Columns;
        }
    }

    /// <summary>Looks at some rows.</summary>
    /// <param name="cells">Features × rows.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="lineOf">The line of each.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal void Look(Matrix<double> cells, string source, Func<int, long> lineOf)
    {
        for (int row = 0; row < cells.Columns; row++)
        {
            if (far.Find(cells.Column(row)) is { } feature)
            {
                count++;
                first ??= string.Create(
                    CultureInfo.InvariantCulture,
                    $"{source}, line {lineOf(row)}, column {Excerpt.Name(model.FeatureNames[feature])}: {cells[feature, row]}"
                );
            }
        }
    }
}
