using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Tune;

/// <summary>What would be searched, and how it would be judged.</summary>
internal static class SpaceDescription
{
    private static readonly TableColumns<Dimension> Columns = new TableColumns<Dimension>()
        .Text("name", "setting", dimension => Value.Of(dimension.Name))
        .Text("kind", "kind", dimension => Value.Of(dimension.Kind))
        .Text("range", "values", dimension => Value.Of(dimension.Range))
        .Data("condition", dimension => Value.Of(dimension.Condition));

    internal static Result Of(Plan<float> plan, SearchSpace space, SearchIdentity identity)
    {
        ResultTable dimensions = Columns.Of("", space.Dimensions);
        Facts facts = ModelDescription.Settings(identity.Given);
        return new Result(
            [
                new("dry_run", Value.Of(true)),
                new("data", DataDescription.Training(plan.Table, plan.Encoding)),
                new("task", Value.Of(JsonDocuments.Task(plan.Task.Kind))),
                .. Data(space, identity),
            ],
            [
                dimensions,
                new Facts("given", [Recipes(space), .. facts.Fields]),
                .. space
                    .Dimensions.Where(dimension => dimension.Condition.Length > 0)
                    .GroupBy(dimension => dimension.Condition, dimension => dimension.Name)
                    .Select(some => new Remark($"{string.Join(", ", some)}: with {some.Key}.")),
            ]
        );
    }

    /// <summary>The space as documents have it.</summary>
    internal static IEnumerable<Field> Data(SearchSpace space, SearchIdentity identity) =>
        [
            new("folds", Value.Of(identity.Folds)),
            Recipes(space),
            new("space", Columns.Of("", space.Dimensions).List),
            new("given", Field.Group(ModelDescription.Settings(identity.Given).Fields)),
        ];

    private static Field Recipes(SearchSpace space) =>
        new("recipes", "recipe", Value.Of(space.Recipes.Select(recipe => recipe.Name)));
}
