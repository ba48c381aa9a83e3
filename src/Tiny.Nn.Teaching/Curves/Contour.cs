namespace Tiny.Nn.Teaching.Curves;

/// <summary>Where a function of the plane crosses a level, from its values on a grid: marching squares, straight lines in each square.</summary>
internal static class Contour
{
    /// <summary>The pieces of the line. Places count in grid points, from 0 on.</summary>
    /// <param name="values">Of each column and row of the grid; a square with one that is not finite has no line.</param>
    /// <param name="level">The level.</param>
    public static IEnumerable<((double X, double Y) From, (double X, double Y) To)> Find(double[,] values, double level)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (int x = 0; x + 1 < values.GetLength(0); x++)
        {
            for (int y = 0; y + 1 < values.GetLength(1); y++)
            {
                List<(double X, double Y)> crossings = Crossings(values, level, x, y);
                for (int i = 0; i + 1 < crossings.Count; i += 2)
                {
                    yield return (crossings[i], crossings[i + 1]);
                }
            }
        }
    }

    /// <summary>Where the four edges of a square are crossed, going around: none, two or four times.</summary>
    private static List<(double X, double Y)> Crossings(double[,] values, double level, int x, int y)
    {
        (int X, int Y)[] corners = [(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)];
        double[] above = [.. corners.Select(corner => values[corner.X, corner.Y] - level)];
        List<(double X, double Y)> crossings = [];
        if (!above.All(double.IsFinite))
        {
            return crossings;
        }
        for (int i = 0; i < 4; i++)
        {
            (double a, double b) = (above[i], above[(i + 1) % 4]);
            if (a >= 0 != b >= 0)
            {
                double part = a / (a - b);
                ((int ax, int ay), (int bx, int by)) = (corners[i], corners[(i + 1) % 4]);
                crossings.Add((ax + part * (bx - ax), ay + part * (by - ay)));
            }
        }
        return crossings;
    }
}
