using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>
/// What a recipe leaves open: sizes, rates and shares, a line for each. What a recipe is made of (parametrization, start, how long it lasts) is not among
/// them. The order is that of the settings, so that a line may hang on what was chosen above it.
/// </summary>
internal static class SearchTable
{
    private const string Plain = "parametrization standard";

    internal static IReadOnlyList<Dimension> All { get; } =
    [
        new ChoiceDimension(Of("scale"), "standard", "robust"),
        new ChoiceDimension(Of("bins"), "0", "8", "24"),
        new ChoiceDimension(Of("hidden"), "32", "128", "128,128", "256,256", "128,128,128"),
        new ChoiceDimension(Of("activation"), "relu", "silu", "mish", "selu", "tanh"),
        new ChoiceDimension(Of("normalization"), "none", "batch", "layer")
        {
            Condition = Plain,
            Suits = recipe => HasBatches(recipe) && IsPlain(recipe),
        },
        new ChoiceDimension(Of("dropout"), "0", "0.1", "0.2", "0.3") { Suits = HasBatches },
        new ChoiceDimension(Of("embedding"), "none", "periodic"),
        new LogUniformDimension(Of("frequency"), 0.03, 1) { Condition = "embedding periodic" },
        new ChoiceDimension(Of("optimizer"), "adam", "adamw", "rmsprop")
        {
            Condition = Plain,
            Suits = recipe => HasBatches(recipe) && IsPlain(recipe),
        },
        new ScaledDimension(Of("learning-rate"), 8),
        new ChoiceDimension(Of("schedule"), "constant", "cosine", "coslog4"),
        new DoublingDimension(Of("batch-size"), 1),
        new LogUniformDimension(Of("decay"), 0.003, 0.3) { Suits = HasBatches },
        new ChoiceDimension(Of("label-smoothing"), "0", "0.05", "0.1"),
    ];

    /// <summary>The recipes that a search begins with where none is named.</summary>
    internal static IReadOnlyList<NamedRecipe> Recipes { get; } =
    [NamedRecipe.Plain, NamedRecipe.RealMlpSmall, NamedRecipe.RealMlpSSmall];

    /// <summary>What random steps need.</summary>
    private static bool HasBatches(Recipe recipe) => recipe.FullBatch is null;

    /// <summary>The other parametrization comes with an optimizer and a start that were tuned together.</summary>
    private static bool IsPlain(Recipe recipe) => recipe.Parametrization == Parametrization.Standard;

    private static Setting Of(string name) => SettingTable.Find(name)!;
}
