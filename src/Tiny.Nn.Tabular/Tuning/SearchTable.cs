using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Tuning;

/// <summary>
/// What a recipe leaves open: sizes, rates and shares, a line for each. What a recipe is made of (parametrization, start, how long it lasts) is not among
/// them. The order is that of the settings, so that a line may hang on what was chosen above it.
/// </summary>
internal static class SearchTable
{
    private const string Batches = "batches";

    internal static IReadOnlyList<Dimension> All { get; } =
    [
        new ChoiceDimension(Of("scale"), "standard", "robust"),
        new ChoiceDimension(Of("bins"), "0", "8", "24"),
        new ChoiceDimension(
            Of("hidden"),
            "32",
            "64",
            "128",
            "256",
            "64,64",
            "128,128",
            "256,256",
            "64,64,64",
            "128,128,128"
        ),
        new ChoiceDimension(Of("activation"), "relu", "silu", "mish", "selu", "tanh"),
        new ChoiceDimension(Of("normalization"), "none", "batch", "layer")
        {
            Condition = $"{Batches}, parametrization standard",
            Suits = recipe => recipe is { FullBatch: null, Parametrization: Parametrization.Standard },
        },
        new ChoiceDimension(Of("dropout"), "0", "0.1", "0.2", "0.3")
        {
            Condition = Batches,
            Suits = recipe => recipe.FullBatch is null,
        },
        new ChoiceDimension(Of("embedding"), "none", "periodic"),
        new LogUniformDimension(Of("frequency"), 0.03, 1) { Condition = "embedding periodic" },
        new ChoiceDimension(Of("optimizer"), "adam", "adamw", "rmsprop")
        {
            Condition = "parametrization standard",
            Suits = recipe => recipe is { FullBatch: null, Parametrization: Parametrization.Standard },
        },
        new ScaledDimension(Of("learning-rate"), 8) { Condition = Batches },
        new ChoiceDimension(Of("schedule"), "constant", "cosine", "coslog4") { Condition = Batches },
        new DoublingDimension(Of("batch-size"), 1) { Condition = Batches },
        new LogUniformDimension(Of("decay"), 0.003, 0.3)
        {
            Condition = Batches,
            Suits = recipe => recipe.FullBatch is null,
        },
        new ChoiceDimension(Of("label-smoothing"), "0", "0.05", "0.1") { Condition = "classes" },
    ];

    /// <summary>The recipes that a search begins with where none is named.</summary>
    internal static IReadOnlyList<NamedRecipe> Recipes { get; } =
    [NamedRecipe.Plain, NamedRecipe.RealMlpSmall, NamedRecipe.RealMlpSSmall];

    private static Setting Of(string name) => SettingTable.Find(name)!;
}
