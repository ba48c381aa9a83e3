using System.Xml.Linq;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Reports;

/// <summary>The loss of each epoch, in training and in validation.</summary>
internal static class LossChart
{
    /// <summary>Of more epochs some are passed over: nobody sees so many on so little paper.</summary>
    private const int MostPoints = 800;

    internal static XElement Draw(Provenance provenance)
    {
        IReadOnlyList<EpochReport> epochs = provenance.Epochs;
        EpochReport? lowest = provenance.Best;
        int step = (epochs.Count + MostPoints - 1) / MostPoints;
        EpochReport[] drawn =
        [
            .. epochs.Where((_, i) => i % step == 0 || i == epochs.Count - 1 || epochs[i] == lowest),
        ];
        bool isValidated = epochs.Any(epoch => epoch.ValidationLoss is not null);
        Plot plot = new(
            Axis.Counting("epoch", epochs[0].Epoch, Math.Max(epochs[^1].Epoch, epochs[0].Epoch + 1)),
            Axis.Around(
                "loss",
                drawn.SelectMany(epoch => new[] { epoch.TrainingLoss, epoch.ValidationLoss ?? 0 / 0.0 })
            )
        );
        if (lowest is { } best)
        {
            double x = plot.X.At(best.Epoch);
            plot.With(
                Shapes.Line("guide", x, plot.Y.From, x, plot.Y.To),
                Shapes.Circle("ring", x, plot.Y.At(best.Monitored), 5).Saying($"lowest loss in epoch {best.Epoch}")
            );
        }
        plot.With(Curve(plot, "first", drawn, epoch => epoch.TrainingLoss))
            .Explain("training", (x, y) => Shapes.Line("first", x, y, x + 22, y));
        if (isValidated)
        {
            plot.With(Curve(plot, "second", drawn, epoch => epoch.ValidationLoss ?? double.NaN))
                .Explain("validation", (x, y) => Shapes.Line("second", x, y, x + 22, y));
        }
        return plot.Explain("lowest", (x, y) => Shapes.Circle("ring", x + 14, y, 5))
            .ToSvg($"Loss of {provenance.EpochCount} epochs, lowest in epoch {lowest?.Epoch}");
    }

    private static XElement Curve(Plot plot, string kind, EpochReport[] epochs, Func<EpochReport, double> loss) =>
        Shapes.Curve(
            kind,
            epochs
                .Where(epoch => Axis.IsDrawn(loss(epoch)))
                .Select(epoch => (plot.X.At(epoch.Epoch), plot.Y.At(loss(epoch))))
        );
}
