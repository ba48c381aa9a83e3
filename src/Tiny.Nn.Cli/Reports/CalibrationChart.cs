using System.Globalization;
using System.Xml.Linq;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Reports;

/// <summary>How often a class is right that was predicted with some probability: on the diagonal where probabilities mean what they say.</summary>
internal static class CalibrationChart
{
    internal static XElement Draw(Calibration calibration)
    {
        Plot plot = new(
            Axis.Between("mean probability of the predicted class", 0, 1),
            Axis.Between("part recognised", 0, 1)
        );
        plot.With(Shapes.Line("guide", plot.X.At(0), plot.Y.At(0), plot.X.At(1), plot.Y.At(1)))
            .Explain("as it should be", (x, y) => Shapes.Line("guide", x, y, x + 22, y));
        long rows = calibration.Bins.Sum(bin => bin.Correct.Count);
        foreach (ReliabilityBin bin in calibration.Bins.Where(bin => bin.Correct.Count > 0))
        {
            (double x, Interval interval) = (plot.X.At(bin.Confidence), bin.Correct.Wilson());
            string text = string.Create(
                CultureInfo.InvariantCulture,
                $"{bin.Correct.Successes} of {bin.Correct.Count} recognised, mean probability {bin.Confidence:0.00}"
            );
            double radius = 3 + 5 * Math.Sqrt((double)bin.Correct.Count / rows);
            plot.With(
                Shapes.Line("whisker", x, plot.Y.At(interval.Lower), x, plot.Y.At(interval.Upper)),
                Shapes.Circle("point", x, plot.Y.At(bin.Correct.Value), radius).Saying(text)
            );
        }
        return plot.Explain("rows, with 95 % interval", (x, y) => Shapes.Circle("point", x + 12, y, 5))
            .ToSvg("Part recognised by predicted probability");
    }
}
