using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Bagging;

/// <summary>
/// Which bags of networks are trained for a table where nobody describes a network. It follows from the effort, the task and the size of the
/// table, by counted work and never by the clock: the same table gives the same model on every machine.
/// </summary>
/// <remarks>docs/learning.md has the measurements behind it.</remarks>
internal static class Portfolio
{
    /// <summary>So many folds, and networks of a bag, where rows and work allow them.</summary>
    private const int UsualFolds = 8;

    /// <summary>So many rows that a single bag knows them as well as two.</summary>
    private const int ManyRows = 1500;

    /// <summary>The bags for a table.</summary>
    /// <param name="recipe">Says of data, rows, classes and seed what holds for all of them.</param>
    /// <param name="kind">What is predicted.</param>
    /// <param name="rows">How many rows there are to learn from.</param>
    /// <param name="inputs">How many inputs a network has.</param>
    internal static IReadOnlyList<BagRecipe> Choose(Recipe recipe, TargetKind kind, int rows, int inputs)
    {
        NamedRecipe[] named = recipe.Effort switch
        {
            Effort.High => [NamedRecipe.RealMlpSmall, NamedRecipe.Plain, NamedRecipe.RealMlpSmall],
            _ when rows <= ManyRows => [NamedRecipe.RealMlpSmall, NamedRecipe.Plain],
            _ => [NamedRecipe.RealMlpSmall],
        };
        int folds = Math.Min(UsualFolds, rows);
        return
        [
            .. named.Select(
                (one, place) =>
                {
                    Recipe own = one.For(recipe, kind, rows * (folds - 1) / folds);
                    return new BagRecipe(one.Name, own with { Seed = recipe.Seed + (ulong)place }, folds);
                }
            ),
        ];
    }
}
