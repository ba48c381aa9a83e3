using System.Numerics;
using Tiny.Nn.Numerics;
using Tiny.Nn.Numerics.Lanes;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Teaching.Curves;

/// <summary>Finds the plane of two columns.</summary>
internal static class ColumnPlane
{
    /// <summary>Finds what the other columns stand at.</summary>
    /// <param name="schema">What the rows of the cells mean.</param>
    /// <param name="cells">Features × samples; NaN where one is missing.</param>
    /// <param name="x">The place of one feature.</param>
    /// <param name="y">The place of another one.</param>
    /// <exception cref="ArgumentException">The two are one.</exception>
    public static ColumnPlane<T> Fit<T>(IReadOnlyList<Feature> schema, Matrix<T> cells, int x, int y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentNullException.ThrowIfNull(schema);
        Sizes.Same(schema.Count, "features", cells.Rows, "rows of cells");
        if (x == y)
        {
            throw new ArgumentException("A plane has two directions.", nameof(y));
        }
        T[] typical = [.. schema.Select((feature, row) => Typically(feature, Known(cells, row)))];
        return new ColumnPlane<T>(typical, x, y);
    }

    private static T[] Known<T>(Matrix<T> cells, int row)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, cells.Columns).Select(column => cells[row, column]).Where(cell => !T.IsNaN(cell))];

    private static T Typically<T>(Feature feature, T[] known)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        known.Length == 0 ? T.NaN
        : feature is CategoryFeature or TextFeature ? MostFrequent(known)
        : Median(known);

    /// <summary>The first in order of equally frequent ones.</summary>
    private static T MostFrequent<T>(T[] known)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        known.CountBy(cell => cell).OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key;

    private static T Median<T>(T[] known)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Array.Sort(known);
        int middle = known.Length / 2;
        return known.Length % 2 == 1 ? known[middle] : (known[middle - 1] + known[middle]) / T.CreateTruncating(2);
    }
}

/// <summary>
/// The rows that a table would have if only two of its columns changed: amounts and dates stand at their median, categories and texts at
/// the most frequent one. So what a model makes of two columns can be seen on paper.
/// </summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class ColumnPlane<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] typical;

    internal ColumnPlane(T[] typical, int x, int y) => (this.typical, X, Y) = (typical, x, y);

    /// <summary>The place of the feature that goes from left to right.</summary>
    public int X { get; }

    /// <summary>The place of the feature that goes from the bottom to the top.</summary>
    public int Y { get; }

    /// <summary>What stands in the other columns: a cell for each feature; NaN where all of its cells are missing.</summary>
    public IReadOnlyList<T> Typical => typical;

    /// <summary>The rows at some places.</summary>
    /// <param name="points">The cells of the two features.</param>
    /// <returns>Features × points.</returns>
    public Matrix<T> Place(ReadOnlySpan<(double X, double Y)> points)
    {
        Matrix<T> cells = new(typical.Length, points.Length);
        for (int i = 0; i < points.Length; i++)
        {
            typical.CopyTo(cells.Column(i));
            cells[X, i] = T.CreateTruncating(points[i].X);
            cells[Y, i] = T.CreateTruncating(points[i].Y);
        }
        return cells;
    }
}
