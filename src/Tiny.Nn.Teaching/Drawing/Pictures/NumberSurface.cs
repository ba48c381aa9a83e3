using System.Globalization;
using Tiny.Nn.Numerics;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>Which number a model predicts where, as shades and as lines of one height.</summary>
internal static class NumberSurface
{
    private const int MostHeights = 7;

    /// <param name="grid">The places.</param>
    /// <param name="predictions">1 × places.</param>
    /// <param name="height">What the legend calls the lines.</param>
    internal static IEnumerable<ChartLayer> Layers(Grid grid, Matrix<double> predictions, string height)
    {
        double[,] numbers = grid.Table(i => (double)predictions[0, i]);
        double[] finite = [.. numbers.Cast<double>().Where(Axis.IsDrawn)];
        (double low, double high) = finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
        double range = high > low ? high - low : 1;
        double[,] strengths = grid.Table(i => (numbers[i / grid.Rows, i % grid.Rows] - low) / range);
        yield return new Regions("surface", grid, grid.Table(_ => 0), strengths, numbers);
        if (!grid.IsDense || high <= low)
        {
            yield break;
        }
        List<((double, double), (double, double))> pieces = [];
        List<(string, double, double)> names = [];
        Ticks ticks = Ticks.Within(low, high, MostHeights);
        foreach (double tick in ticks.Values)
        {
            ((double X, double Y) From, (double X, double Y) To)[] line =
            [
                .. Contour
                    .Find(numbers, tick)
                    .Select(piece => (grid.At(piece.From.X, piece.From.Y), grid.At(piece.To.X, piece.To.Y))),
            ];
            pieces.AddRange(line);
            if (line.Length > 0)
            {
                (double x, double y) = line[line.Length / 2].From;
                names.Add((ticks.Text(tick), x, y));
            }
        }
        yield return new Borders("heights", height, pieces);
        yield return new PlaceNames("names", names);
    }

    /// <summary>From one number to another, in words.</summary>
    internal static string Range(double low, double high) =>
        string.Create(CultureInfo.InvariantCulture, $"{low:G4} … {high:G4}");
}
