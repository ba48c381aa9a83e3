using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>Places all over a chart, the middles of small boxes; of an axis of names, one for each name.</summary>
internal sealed record Grid(Axis X, Axis Y)
{
    private const int Across = 96;
    private const int Down = 72;

    /// <summary>How many places there are where usually there is one, in both directions.</summary>
    internal int Fineness { get; init; } = 1;

    internal int Columns => Count(X, Fineness * Across);

    internal int Rows => Count(Y, Fineness * Down);

    /// <summary>False where one axis has names: between two of them there is nothing.</summary>
    internal bool IsDense => X.Measure == AxisMeasure.Plain && Y.Measure == AxisMeasure.Plain;

    /// <summary>The places, column after column, from the bottom to the top.</summary>
    internal (double X, double Y)[] Places =>
        [
            .. Enumerable
                .Range(0, Columns)
                .SelectMany(column => Enumerable.Range(0, Rows).Select(row => At(column, row))),
        ];

    /// <summary>The value at a place that counts in grid points.</summary>
    internal (double X, double Y) At(double column, double row) =>
        (X.Low + (column + 0.5) * (X.High - X.Low) / Columns, Y.Low + (row + 0.5) * (Y.High - Y.Low) / Rows);

    /// <summary>Numbers of the places as a table of columns and rows.</summary>
    internal TNumber[,] Table<TNumber>(Func<int, TNumber> number)
    {
        TNumber[,] table = new TNumber[Columns, Rows];
        for (int i = 0; i < Columns * Rows; i++)
        {
            table[i / Rows, i % Rows] = number(i);
        }
        return table;
    }

    private static int Count(Axis axis, int usual) =>
        axis.Measure == AxisMeasure.Plain ? usual : (int)Math.Round(axis.High - axis.Low);
}
