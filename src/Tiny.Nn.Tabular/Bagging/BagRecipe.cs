using Tiny.Nn.Tabular.Settings;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>How the networks of a bag are trained: all by one recipe, each on all folds but one.</summary>
/// <param name="Name">What the recipe is called.</param>
/// <param name="Recipe">The recipe.</param>
/// <param name="Folds">How many folds, two at least: as many networks.</param>
internal sealed record BagRecipe(string Name, Recipe Recipe, int Folds)
{
    /// <summary>The name, and how many networks.</summary>
    public override string ToString() => $"{Folds} × {Name}";
}
