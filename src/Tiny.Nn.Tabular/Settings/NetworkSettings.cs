using System.Collections.Immutable;
using Tiny.Nn.Activations;
using Tiny.Nn.Initializers;
using Tiny.Nn.Schedules;
using Tiny.Nn.Tabular.Settings.Texts;

namespace Tiny.Nn.Tabular.Settings;

/// <summary>Which hidden layers the network has.</summary>
internal static class NetworkSettings
{
    /// <summary>The hidden layers.</summary>
    internal static Setting Hidden { get; } =
        new Setting<ImmutableArray<int>>(
            SettingPart.Network,
            "hidden",
            "Units of each hidden layer; none for a linear model.",
            new CountsText("16,16"),
            recipe => recipe.Hidden,
            (recipe, units) => recipe with { Hidden = units }
        );

    /// <summary>What becomes of numbers.</summary>
    private static Setting Embedding { get; } =
        new Setting<NumberEmbedding>(
            SettingPart.Training,
            "embedding",
            "What becomes of numbers before the first layer: none, periodic (cosines with learned frequencies).",
            NameText.Members<NumberEmbedding>(),
            recipe => recipe.Embedding,
            (recipe, embedding) => recipe with { Embedding = embedding }
        );

    /// <summary>Those that weights of one's own leave no room for.</summary>
    internal static IEnumerable<Setting> OfStart =>
        All.Where(setting => setting.Name is "initializer" or "start" or "parametrization");

    internal static IReadOnlyList<Setting> All { get; } =
    [
        Hidden,
        new Setting<Activation>(
            SettingPart.Network,
            "activation",
            $"What the hidden sums go through: {string.Join(", ", Activation.All.Select(known => known.Name))}.",
            new ActivationText(),
            recipe => recipe.Activation,
            (recipe, activation) => recipe with { Activation = activation }
        ),
        new Setting<Normalization>(
            SettingPart.Training,
            "normalization",
            "What brings the hidden sums to mean 0 and variance 1: none, batch (each unit over the rows of a step), layer (each row over its units).",
            NameText.Members<Normalization>(),
            recipe => recipe.Normalization,
            (recipe, normalization) => recipe with { Normalization = normalization }
        ),
        new Setting<double>(
            SettingPart.Training,
            "dropout",
            "Share of hidden units that a step leaves out.",
            NumberText.Share("0.2"),
            recipe => recipe.Dropout,
            (recipe, share) => recipe with { Dropout = share }
        ),
        new Setting<LearningRateSchedule>(
            SettingPart.Training,
            "dropout-schedule",
            "How that share changes as training goes on: a schedule, as of the learning rate.",
            new LearningRateScheduleText(),
            recipe => recipe.DropoutSchedule,
            (recipe, schedule) => recipe with { DropoutSchedule = schedule }
        ),
        new Setting<Parametrization>(
            SettingPart.Training,
            "parametrization",
            "How hidden sums are made of weights: standard (W·x + b), ntk (W·x/√inputs + b).",
            NameText.Members<Parametrization>(),
            recipe => recipe.Parametrization,
            (recipe, parametrization) => recipe with { Parametrization = parametrization }
        ),
        new Setting<Trainability>(
            SettingPart.Training,
            "input-scales",
            "Whether each input has a factor that is learned: fixed, learned.",
            NameText.Members<Trainability>(),
            recipe => recipe.InputScales,
            (recipe, scales) => recipe with { InputScales = scales }
        ),
        new Setting<Trainability>(
            SettingPart.Training,
            "slopes",
            "Whether each hidden unit learns how much of its activation it needs, z + α(f(z) − z): fixed, learned.",
            NameText.Members<Trainability>(),
            recipe => recipe.Slopes,
            (recipe, slopes) => recipe with { Slopes = slopes }
        ),
        Embedding,
        new Setting<double>(
            SettingPart.Training,
            "frequency",
            "σ of the periodic embedding: its frequencies start as N(0, σ²), in periods per unit of a scaled number.",
            NumberText.Positive("0.5"),
            recipe => recipe.Embedding == NumberEmbedding.Periodic ? recipe.Frequency : null,
            (recipe, sigma) => recipe with { Frequency = sigma }
        )
        {
            Owner = new SettingOwner(Embedding, [NameText.Of(NumberEmbedding.Periodic)]),
            Otherwise = "0.1",
        },
        new Setting<int>(
            SettingPart.Training,
            "category-embedding",
            "How many learned numbers a category of many levels becomes before the first layer, in place of an input for each level; 0 for none.",
            new CountText("8", least: 0),
            recipe => recipe.CategoryEmbedding,
            (recipe, width) => recipe with { CategoryEmbedding = width }
        ),
        new Setting<int>(
            SettingPart.Training,
            "embed-from",
            "From how many levels on a category is embedded.",
            new CountText("20"),
            recipe => recipe.EmbedFrom,
            (recipe, levels) => recipe with { EmbedFrom = levels }
        ),
        new Setting<Initializer>(
            SettingPart.Network,
            "initializer",
            $"Which weights dense layers start with: {string.Join(", ", Initializer.All.Select(known => known.Name))}.",
            new NameText<Initializer>(() => Initializer.All, known => known.Name),
            recipe => recipe.Initializer,
            (recipe, initializer) => recipe with { Initializer = initializer }
        )
        {
            Otherwise = "what suits the activation",
        },
        new Setting<Start>(
            SettingPart.Training,
            "start",
            "How parameters start: usual (as suits the activation), zero (the last layer's are 0), data (as suits the training rows).",
            NameText.Members<Start>(),
            recipe => recipe.Start,
            (recipe, start) => recipe with { Start = start }
        ),
    ];
}
