using System.Globalization;
using System.Xml.Linq;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Reports;

/// <summary>Predicted numbers beside the actual ones.</summary>
internal static class NumberCharts
{
    private const int MostPoints = 1500;
    private const int MostBars = 24;

    /// <summary>A point for each row: on the diagonal where the prediction is right.</summary>
    internal static XElement Scatter(NumberPredictions predictions)
    {
        Axis both = Axis.Around($"actual{InUnit(predictions)}", predictions.Actual.Concat(predictions.Predicted));
        Plot plot = new(both, both with { Title = $"predicted{InUnit(predictions)}" });
        plot.With(Shapes.Line("guide", plot.X.From, plot.Y.From, plot.X.To, plot.Y.To))
            .Explain("as it should be", (x, y) => Shapes.Line("guide", x, y, x + 22, y))
            .Explain("rows", (x, y) => Shapes.Circle("dot", x + 12, y, 3));
        int step = (predictions.Actual.Length + MostPoints - 1) / MostPoints;
        for (int row = 0; row < predictions.Actual.Length; row += step)
        {
            (double actual, double predicted) = (predictions.Actual[row], predictions.Predicted[row]);
            if (Axis.IsDrawn(actual) && Axis.IsDrawn(predicted))
            {
                plot.With(Shapes.Circle("dot", plot.X.At(actual), plot.Y.At(predicted), 3));
            }
        }
        return plot.ToSvg("Predicted numbers by actual ones");
    }

    private static string InUnit(NumberPredictions predictions) => predictions.Unit is { } unit ? $" ({unit})" : "";

    /// <summary>How many rows are how far off.</summary>
    internal static XElement Residuals(NumberPredictions predictions)
    {
        double[] errors = [.. predictions.Predicted.Zip(predictions.Actual, (predicted, actual) => predicted - actual)];
        int bars = Math.Clamp((int)Math.Ceiling(2 * Math.Sqrt(errors.Length)), 4, MostBars);
        Axis edges = Axis.Around($"predicted less actual{InUnit(predictions)}", errors, bars + 1);
        double[] places = [.. edges.Ticks.Values];
        int[] counts = new int[places.Length - 1];
        foreach (double error in errors.Where(Axis.IsDrawn))
        {
            int bin = (int)Math.Floor((error - places[0]) / edges.Ticks.Step);
            counts[Math.Clamp(bin, 0, counts.Length - 1)]++;
        }
        Plot plot = new(Axis.Between(edges.Title, edges.Low, edges.High), Axis.Counts("rows", counts.Max()));
        for (int bin = 0; bin < counts.Length; bin++)
        {
            (double left, double right) = (plot.X.At(places[bin]), plot.X.At(places[bin + 1]));
            double top = plot.Y.At(counts[bin]);
            string text = string.Create(
                CultureInfo.InvariantCulture,
                $"{counts[bin]} rows from {edges.Ticks.Text(places[bin])} to {edges.Ticks.Text(places[bin + 1])}"
            );
            plot.With(Shapes.Box("bar", left, top, right - left, plot.Y.From - top).Saying(text));
        }
        if (edges.Low <= 0 && edges.High >= 0)
        {
            plot.With(Shapes.Line("guide", plot.X.At(0), plot.Y.From, plot.X.At(0), plot.Y.To));
        }
        return plot.ToSvg("How many rows are how far off");
    }
}
