using Tiny.Nn.Tabular.Settings.Texts;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>What the target is taken for, which rows are for what, and the seed.</summary>
internal static class RowSettings
{
    /// <summary>What the target is taken for.</summary>
    internal static Setting Task { get; } =
        new Setting<TargetKind>(
            SettingPart.Data,
            "task",
            "What the target is taken for: classification or regression.",
            NameText.Members<TargetKind>(),
            recipe => recipe.Kind,
            (recipe, kind) => recipe with { Kind = kind }
        )
        {
            Otherwise = "what it looks like",
        };

    /// <summary>The share of test rows.</summary>
    internal static Setting Test { get; } =
        new Setting<double>(
            SettingPart.Training,
            "test",
            "Share of the rows that only the report sees.",
            NumberText.Share("0.2"),
            recipe => recipe.TestFraction,
            (recipe, share) => recipe with { TestFraction = share }
        );

    /// <summary>The share of the rows that choose the best epoch.</summary>
    internal static Setting Validation { get; } =
        new Setting<double>(
            SettingPart.Training,
            "validation",
            "Share of the rows, test rows apart, that choose the best epoch.",
            NumberText.Share("0.15"),
            recipe => recipe.ValidationFraction,
            (recipe, share) => recipe with { ValidationFraction = share }
        );

    /// <summary>What starts chance.</summary>
    internal static Setting Seed { get; } =
        new Setting<ulong>(
            SettingPart.Network,
            "seed",
            "Random seed: the same seed gives the same bits.",
            new SeedText(),
            recipe => recipe.Seed,
            (recipe, seed) => recipe with { Seed = seed }
        );

    internal static IReadOnlyList<Setting> All { get; } = [Task, Validation, Test, Seed];
}
