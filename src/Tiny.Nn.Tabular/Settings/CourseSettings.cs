using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Training;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>How long a training lasts, and how many rows make a step.</summary>
internal static class CourseSettings
{
    internal static IReadOnlyList<Setting> All { get; } =
    [
        new Setting<int>(
            SettingPart.Training,
            "batch-size",
            "How many rows make a step.",
            new CountText("64"),
            recipe => recipe.FullBatch is null ? recipe.BatchSize : null,
            (recipe, rows) => recipe with { BatchSize = rows }
        )
        {
            Owner = OptimizerSettings.StepsOnly,
            Otherwise = "32",
        },
        new Setting<int>(
            SettingPart.Training,
            "shards",
            "Into how many parts a step's rows are cut, each with a gradient of its own, for threads and machines to share.",
            new CountText("8"),
            recipe => recipe.FullBatch is null ? recipe.Shards : null,
            (recipe, shards) => recipe with { Shards = shards }
        )
        {
            Owner = OptimizerSettings.StepsOnly,
            Otherwise = "1",
        },
        new Setting<int>(
            SettingPart.Training,
            "epochs",
            "How often to go over the training rows at most; 0 leaves the weights as they start.",
            new CountText("100", least: 0),
            recipe => recipe.Epochs,
            (recipe, epochs) => recipe with { Epochs = epochs }
        ),
        new Setting<int>(
            SettingPart.Training,
            "patience",
            "Epochs without a better validation loss before training stops; none to do all.",
            new CountOrNoneText("20"),
            recipe => recipe.Patience ?? 0,
            (recipe, epochs) => recipe with { Patience = epochs == 0 ? null : epochs }
        ),
        new Setting<double>(
            SettingPart.Training,
            "patience-growth",
            "How many epochs more for each epoch up to the best one: late improvements come at longer intervals.",
            NumberText.NotNegative("0.5"),
            recipe => recipe.PatienceGrowth,
            (recipe, growth) => recipe with { PatienceGrowth = growth }
        ),
        new Setting<EpochCriterion>(
            SettingPart.Training,
            "best-by",
            "What chooses the best epoch: loss, error (the share of wrong classes; of equal epochs the last).",
            NameText.Members<EpochCriterion>(),
            recipe => recipe.FullBatch is null ? recipe.BestBy : null,
            (recipe, criterion) => recipe with { BestBy = criterion }
        )
        {
            Task = TargetKind.Classification,
            Owner = OptimizerSettings.StepsOnly,
            Otherwise = "loss",
        },
    ];
}
