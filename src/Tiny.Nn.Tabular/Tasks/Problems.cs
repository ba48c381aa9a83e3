using System.Numerics;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Tabular.Tasks;

/// <summary>Finds out what a table asks for.</summary>
internal static class Problems
{
    /// <exception cref="DataException">There is no target, or it leaves nothing to learn.</exception>
    internal static Problem<T> Find<T>(Table<T> table, Recipe recipe)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TargetColumn target =
            table.Target
            ?? throw new DataException("There is no target column.", table.Source, "Name the column to be predicted.");
        string where = $"{table.Source}, column '{target.Name}'";
        if (target.Levels.Count < 2)
        {
            throw new DataException(
                $"The target is the same in every row, \"{target.Levels[0]}\": there is nothing to tell apart.",
                where,
                "Name another target, or add rows that differ in it."
            );
        }
        if (recipe.Kind is null && target.Doubt is { } doubt)
        {
            throw doubt;
        }
        TargetKind kind = recipe.Kind ?? target.SuggestedKind;
        if (kind == TargetKind.Regression)
        {
            return new NumberProblem<T>(target, recipe);
        }
        if (target.Levels.Count > table.Rows / 2)
        {
            throw new DataException(
                $"The target has {target.Levels.Count} classes in {table.Rows} rows: fewer than two rows each, on average.",
                where,
                "Name another target: this one looks like an identifier."
            );
        }
        return new ClassProblem<T>(target, recipe);
    }
}
