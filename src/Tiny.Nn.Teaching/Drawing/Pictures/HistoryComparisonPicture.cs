using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;
using Tiny.Nn.Training;

namespace Tiny.Nn.Teaching.Drawing.Pictures;

/// <summary>Several trainings by epoch, a line for each: the loss in training, below it that in validation, and the validation's score.</summary>
internal static class HistoryComparisonPicture
{
    /// <summary>More lines cannot be told apart.</summary>
    internal const int Most = PictureStyle.Count;

    private static readonly Caption Title = new("Trainings by epoch", "エポックごとの学習の比較");
    private static readonly Caption Epoch = new("epoch", "エポック");
    private static readonly Caption LossUnit = new("loss (mean per row)", "損失（1行あたりの平均）");
    private static readonly Caption TrainingLoss = new("Loss in training", "訓練データの損失");
    private static readonly Caption ValidationLoss = new("Loss in validation", "検証データの損失");

    /// <param name="trainings">The trainings, each with a name, at most <see cref="Most"/>.</param>
    /// <param name="language">The language of titles.</param>
    internal static Picture Create(IReadOnlyList<(string Name, Provenance Provenance)> trainings, Language language)
    {
        EpochReport[] all = [.. trainings.SelectMany(training => training.Provenance.Epochs)];
        int last = all.Max(epoch => epoch.Epoch);
        Axis x = Axis.Counting(Epoch.In(language), all.Min(epoch => epoch.Epoch), Math.Max(last, 2));
        List<Chart> charts = [Losses("training", TrainingLoss, epoch => epoch.TrainingLoss)];
        if (all.Any(epoch => epoch.ValidationLoss is not null))
        {
            charts.Add(Losses("validation", ValidationLoss, epoch => epoch.ValidationLoss));
        }
        EpochScore?[] scores = [.. trainings.Select(training => EpochScore.Of(training.Provenance.Epochs)).Distinct()];
        if (scores is [{ } score])
        {
            Chart chart = Of(score.Id, score.Name, score.Axis(all, language), score.Number);
            charts.Add(chart with { Notes = [.. score.Notes.Select(note => note.In(language))] });
        }
        return new Picture(Title.In(language), charts) { Notes = [.. trainings.Select(About)] };

        Chart Losses(string id, Caption name, Func<EpochReport, double?> loss) =>
            Of(id, name, Axis.Around(LossUnit.In(language), all.Select(epoch => loss(epoch) ?? double.NaN)), loss);

        Chart Of(string id, Caption name, Axis y, Func<EpochReport, double?> number) =>
            new(
                name.In(language),
                x,
                y,
                [.. trainings.Select((training, i) => Line($"{id}.{i + 1}", training, i, number))]
            )
            {
                Width = 560,
                Height = 320,
            };
    }

    private static Curve Line(
        string id,
        (string Name, Provenance Provenance) training,
        int style,
        Func<EpochReport, double?> number
    ) =>
        new(
            id,
            training.Name,
            style,
            [.. training.Provenance.Epochs.Select(epoch => ((double)epoch.Epoch, number(epoch) ?? double.NaN))]
        )
        {
            MarkEvery = Math.Max(1, training.Provenance.Epochs.Count / 8),
        };

    /// <summary>What was trained, as far as it is known.</summary>
    private static string About((string Name, Provenance Provenance) training)
    {
        string[] parts = [training.Provenance.Source, OptimizerSettings.Summary(training.Provenance.Settings)];
        string about = string.Join(' ', parts.Where(part => part.Length > 0));
        return about.Length > 0 ? $"{training.Name}: {about}" : training.Name;
    }
}
