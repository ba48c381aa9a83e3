using Tiny.Nn.Numerics;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing.Charts;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>Which class a model chooses where, how sure it is, and where the choice changes.</summary>
internal static class ClassSurface
{
    /// <param name="target">The classes, and the threshold of two.</param>
    /// <param name="grid">The places.</param>
    /// <param name="predictions">Classes × places.</param>
    /// <param name="border">What the legend calls the boundary.</param>
    internal static IEnumerable<ChartLayer> Layers(
        ClassTarget target,
        Grid grid,
        Matrix<double> predictions,
        string border
    )
    {
        double chance = 1.0 / target.Classes.Count;
        int[,] chosen = grid.Table(i => target.Choose(predictions.Column(i)));
        double[,] probabilities = grid.Table(i => (double)predictions[target.Choose(predictions.Column(i)), i]);
        double[,] strengths = grid.Table(i => (probabilities[i / grid.Rows, i % grid.Rows] - chance) / (1 - chance));
        yield return new Regions("regions", grid, chosen, strengths, probabilities);
        if (grid.IsDense)
        {
            yield return new Borders("boundary", border, [.. Lines(target, grid, predictions)]);
        }
        yield return new PlaceNames("names", [.. Places(target, grid, chosen, probabilities)]);
    }

    /// <summary>Where the probability of the positive class passes the threshold of two; of more, where a class is as probable as the best of the others.</summary>
    private static IEnumerable<((double, double), (double, double))> Lines(
        ClassTarget target,
        Grid grid,
        Matrix<double> predictions
    )
    {
        int count = target.Classes.Count;

        // Every pair of classes has one that is not the last: its lines hold those of the last too.
        int[] classes = count == 2 ? [target.PositiveCode] : [.. Enumerable.Range(0, count - 1)];
        return classes.SelectMany(code =>
            Contour
                .Find(grid.Table(i => Lead(target, predictions.Column(i), code)), 0)
                .Select(piece => (grid.At(piece.From.X, piece.From.Y), grid.At(piece.To.X, piece.To.Y)))
        );
    }

    private static double Lead(ClassTarget target, ReadOnlySpan<double> probabilities, int code)
    {
        if (probabilities.Length == 2)
        {
            return probabilities[code] - target.Threshold;
        }
        double best = double.NegativeInfinity;
        for (int other = 0; other < probabilities.Length; other++)
        {
            best = other == code ? best : Math.Max(best, probabilities[other]);
        }
        return probabilities[code] - best;
    }

    /// <summary>A name stands in the middle of the places where the model is nearly as sure as anywhere.</summary>
    private static IEnumerable<(string, double, double)> Places(
        ClassTarget target,
        Grid grid,
        int[,] chosen,
        double[,] probabilities
    )
    {
        for (int code = 0; code < target.Classes.Count; code++)
        {
            (int Column, int Row)[] all =
            [
                .. Enumerable
                    .Range(0, grid.Columns * grid.Rows)
                    .Select(i => (i / grid.Rows, i % grid.Rows))
                    .Where(place => chosen[place.Item1, place.Item2] == code),
            ];
            if (all.Length > 0)
            {
                double surest = all.Max(place => probabilities[place.Column, place.Row]);
                (int Column, int Row)[] sure =
                [
                    .. all.Where(place => probabilities[place.Column, place.Row] >= surest - 0.02),
                ];
                (double meanX, double meanY) = (sure.Average(p => p.Column), sure.Average(p => p.Row));

                // The mean of a bent region may lie outside of it; the place of it that is nearest does not.
                (int column, int row) = sure.MinBy(p => Math.Pow(p.Column - meanX, 2) + Math.Pow(p.Row - meanY, 2));
                (double x, double y) = grid.At(column, row);
                yield return (target.Classes[code], x, y);
            }
        }
    }
}
