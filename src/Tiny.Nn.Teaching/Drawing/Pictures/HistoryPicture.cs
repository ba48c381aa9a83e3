using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>The loss of each epoch, in training and in validation, below it the validation's score, and the best epoch.</summary>
internal static class HistoryPicture
{
    private static readonly Caption Title = new("A training by epoch", "エポックごとの学習の経過");
    private static readonly Caption Epoch = new("epoch", "エポック");
    private static readonly Caption Loss = new("Loss", "損失");
    private static readonly Caption LossUnit = new("loss (mean per row)", "損失（1行あたりの平均）");
    private static readonly Caption Training = new("training", "訓練データ");
    private static readonly Caption Validation = new("validation", "検証データ");
    private static readonly Caption Rate = new("learning rate", "学習率");
    private static readonly Caption Lowest = new("lowest: epoch", "最小：エポック");
    private static readonly Caption LowestLoss = new("lowest loss: epoch", "損失が最小：エポック");

    internal static Picture Create(Provenance provenance, Language language)
    {
        IReadOnlyList<EpochReport> epochs = provenance.Epochs;
        Axis x = Axis.Counting(Epoch.In(language), epochs[0].Epoch, Math.Max(epochs[^1].Epoch, epochs[0].Epoch + 1));
        List<Chart> charts = [LossChart()];
        if (EpochScore.Of(epochs) is { } score)
        {
            charts.Add(ScoreChart(score));
        }
        if (epochs.Select(epoch => epoch.LearningRate).Distinct().Count() > 1)
        {
            IEnumerable<double> rates = epochs.Select(epoch => epoch.LearningRate ?? double.NaN);
            Curve line = Line("rate", Rate, 0, epoch => epoch.LearningRate);
            charts.Add(Of(Rate, Axis.Around(Rate.In(language), rates), [line]));
        }
        return new Picture(Title.In(language), charts) { Notes = About(provenance) };

        Chart LossChart()
        {
            List<ChartLayer> layers = [.. Best(Lowest, epoch => epoch.Monitored)];
            layers.Add(Line("training", Training, 0, epoch => epoch.TrainingLoss));
            if (epochs.Any(epoch => epoch.ValidationLoss is not null))
            {
                layers.Add(Line("validation", Validation, 1, epoch => epoch.ValidationLoss));
            }
            IEnumerable<double> losses = epochs.SelectMany(epoch =>
                new[] { epoch.TrainingLoss, epoch.ValidationLoss ?? double.NaN }
            );
            return Of(Loss, Axis.Around(LossUnit.In(language), losses), layers);
        }

        Chart ScoreChart(EpochScore score)
        {
            Curve line = Line(score.Id, Validation, 1, score.Number);
            Chart chart = Of(score.Name, score.Axis(epochs, language), [.. Best(LowestLoss, score.Number), line]);
            return chart with { Notes = [.. score.Notes.Select(note => note.In(language))] };
        }

        Chart Of(Caption name, Axis y, IReadOnlyList<ChartLayer> layers) =>
            new(name.In(language), x, y, layers) { Width = 560, Height = 320 };

        IEnumerable<Guide> Best(Caption label, Func<EpochReport, double?> number) =>
            provenance.Best is { } best
                ? [new Guide("lowest", $"{label.In(language)} {best.Epoch}", best.Epoch, number(best) ?? double.NaN)]
                : [];

        Curve Line(string id, Caption label, int style, Func<EpochReport, double?> number) =>
            new(
                id,
                label.In(language),
                style,
                [.. epochs.Select(epoch => ((double)epoch.Epoch, number(epoch) ?? double.NaN))]
            )
            {
                MarkEvery = Math.Max(1, epochs.Count / 8),
            };
    }

    /// <summary>What was trained, as far as it is known.</summary>
    private static IReadOnlyList<string> About(Provenance provenance)
    {
        string[] parts = [provenance.Source, OptimizerSettings.Summary(provenance.Settings)];
        string about = string.Join(' ', parts.Where(part => part.Length > 0));
        return about.Length > 0 ? [about] : [];
    }
}
