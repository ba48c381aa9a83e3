using System.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;

namespace Tiny.Nn.Tabular.Experiments;

/// <summary>What the rows of a table are for, and how much each counts: what a recipe, which knows no table, cannot say.</summary>
public sealed record Protocol
{
    /// <summary>Which rows only the report sees; null for a random share, the one of the recipe.</summary>
    public Holdout? Holdout { get; init; }

    /// <summary>
    /// How much each row of the table counts in training and in the choice of the best epoch, finite and not negative; empty where all
    /// count the same. Reports count every row the same.
    /// </summary>
    public ReadOnlyMemory<double> Weights { get; init; }

    /// <summary>Says what each row is for.</summary>
    internal Division<T> Divide<T>(Table<T> table, Problem<T> problem, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        (Holdout ?? new RandomHoldout(recipe.TestFraction)).Divide(table, problem, recipe);
}
