using Tiny.Nn.Cli.Rendering.Svg;
using Tiny.Nn.Models;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Rendering.Charts;

/// <summary>The loss of each epoch, in training and in validation, and the best epoch.</summary>
internal static class HistoryPicture
{
    private static readonly Caption Title = new("Loss by epoch", "エポックごとの損失");
    private static readonly Caption Epoch = new("epoch", "エポック");
    private static readonly Caption Loss = new("loss (mean per row)", "損失（1 行あたりの平均）");
    private static readonly Caption Training = new("training", "学習データ");
    private static readonly Caption Validation = new("validation", "検証データ");
    private static readonly Caption Lowest = new("lowest: epoch", "最小：エポック");

    internal static Picture Create(Provenance provenance, Language language)
    {
        IReadOnlyList<EpochReport> epochs = provenance.Epochs;
        IEnumerable<double> losses = epochs.SelectMany(epoch =>
            new[] { epoch.TrainingLoss, epoch.ValidationLoss ?? double.NaN }
        );
        List<ChartLayer> layers = [];
        if (provenance.Best is { } best)
        {
            layers.Add(new Guide("lowest", $"{Lowest.In(language)} {best.Epoch}", best.Epoch, best.Monitored));
        }
        layers.Add(Line("training", Training, 0, epoch => epoch.TrainingLoss));
        if (epochs.Any(epoch => epoch.ValidationLoss is not null))
        {
            layers.Add(Line("validation", Validation, 1, epoch => epoch.ValidationLoss ?? double.NaN));
        }
        Axis x = Axis.Counting(Epoch.In(language), epochs[0].Epoch, Math.Max(epochs[^1].Epoch, epochs[0].Epoch + 1));
        Chart chart = new(About(provenance), x, Axis.Around(Loss.In(language), losses), layers)
        {
            Width = 560,
            Height = 320,
        };
        return new Picture(Title.In(language), [chart]);

        Curve Line(string id, Caption label, int style, Func<EpochReport, double> loss) =>
            new(id, label.In(language), style, [.. epochs.Select(epoch => ((double)epoch.Epoch, loss(epoch)))])
            {
                MarkEvery = Math.Max(1, epochs.Count / 8),
            };
    }

    private static string About(Provenance provenance)
    {
        string Setting(string name) => provenance.Settings.TryGetValue(name, out string? value) ? value : "";
        string[] parts = [provenance.Source, Setting("optimizer"), Setting("learning-rate")];
        return string.Join(' ', parts.Where(part => part.Length > 0));
    }
}
