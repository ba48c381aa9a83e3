using System.Collections.Immutable;
using Tiny.Nn.Activations;
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
    ];
}
