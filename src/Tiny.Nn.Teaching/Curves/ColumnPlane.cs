using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>
/// The rows that a table would have if only two of its columns changed: amounts and dates stand at their median, categories and texts at
/// the most frequent one. So what a model makes of two columns can be seen on paper.
/// </summary>
internal sealed class ColumnPlane
{
    private readonly double[] typical;

    internal ColumnPlane(double[] typical, int x, int y) => (this.typical, X, Y) = (typical, x, y);

    /// <summary>The place of the feature that goes from left to right.</summary>
    public int X { get; }

    /// <summary>The place of the feature that goes from the bottom to the top.</summary>
    public int Y { get; }

    /// <summary>What stands in the other columns: a cell for each feature; NaN where all of its cells are missing.</summary>
    public IReadOnlyList<double> Typical => typical;

    /// <summary>Finds what the other columns stand at.</summary>
    /// <param name="schema">What the rows of the cells mean.</param>
    /// <param name="cells">Features × samples; NaN where one is missing.</param>
    /// <param name="x">The place of one feature.</param>
    /// <param name="y">The place of another one.</param>
    /// <exception cref="ArgumentException">The two are one.</exception>
    public static ColumnPlane Fit(IReadOnlyList<Feature> schema, Matrix<double> cells, int x, int y)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Sizes.Same(schema.Count, "features", cells.Rows, "rows of cells");
        if (x == y)
        {
            throw new ArgumentException("A plane has two directions.", nameof(y));
        }
        double[] typical = [.. schema.Select((feature, row) => Typically(feature, Known(cells, row)))];
        return new ColumnPlane(typical, x, y);
    }

    /// <summary>The rows at some places.</summary>
    /// <param name="points">The cells of the two features.</param>
    /// <returns>Features × points.</returns>
    public Matrix<double> Place(ReadOnlySpan<(double X, double Y)> points)
    {
        Matrix<double> cells = new(typical.Length, points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            typical.CopyTo(cells.Column(i));
            cells[X, i] = points[i].X;
            cells[Y, i] = points[i].Y;
        }
        return cells;
    }

    private static double[] Known(Matrix<double> cells, int row) =>
        [.. Enumerable.Range(0, cells.Columns).Select(column => cells[row, column]).Where(cell => !double.IsNaN(cell))];

    private static double Typically(Feature feature, double[] known) =>
        known.Length == 0 ? double.NaN
        : feature is CategoryFeature or TextFeature ? MostFrequent(known)
        : Median(known);

    /// <summary>The first in order of equally frequent ones.</summary>
    private static double MostFrequent(double[] known) =>
        known.CountBy(cell => cell).OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key;

    private static double Median(double[] known)
    {
        Array.Sort(known);
        int middle = known.Length / 2;
        return known.Length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / 2;
    }
}
