using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tuning;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Tune;

/// <summary>What would be searched, and how it would be judged.</summary>
internal static class SpaceDescription
{
    private static readonly TableColumns<Open> Columns = new TableColumns<Open>()
        .Text("name", "setting", open => Value.Of(open.Name))
        .Text("kind", "kind", open => Value.Of(open.Kind))
        .Text("range", "values", open => Value.Of(open.Range))
        .Data("condition", open => Value.Of(open.Condition));

    internal static Result Of(Plan<float> plan, SearchSpace space, SearchIdentity identity)
    {
        Open[] all = [.. AllOf(space)];
        return new Result(
            [
                new("dry_run", Value.Of(true)),
                new("data", DataDescription.Training(plan.Table, plan.Encoding)),
                new("task", Value.Of(JsonDocuments.Task(plan.Task.Kind))),
                .. Data(space, identity),
            ],
            [
                Columns.Of("", all),
                .. all.Where(open => open.Condition.Length > 0)
                    .GroupBy(open => open.Condition, open => open.Name)
                    .Select(some => new Remark($"{string.Join(", ", some)}: with {some.Key} only.")),
                .. identity.Given.Count > 0 ? [Given(identity)] : Array.Empty<Part>(),
            ]
        );
    }

    /// <summary>The space as documents have it.</summary>
    internal static IEnumerable<Field> Data(SearchSpace space, SearchIdentity identity) =>
        [
            new("folds", Value.Of(identity.Folds)),
            new("space", Columns.Of("", AllOf(space)).List),
            new("given", Field.Group(Given(identity).Fields)),
        ];

    private static Facts Given(SearchIdentity identity) =>
        ModelDescription.Settings(identity.Given) with
        {
            Title = "given",
        };

    /// <summary>What is left open: the recipe to begin with, where there are several, and its settings.</summary>
    private static IEnumerable<Open> AllOf(SearchSpace space)
    {
        if (space.Recipes.Count > 1)
        {
            yield return new Open(
                "recipe",
                "choice",
                string.Join(" | ", space.Recipes.Select(known => known.Name)),
                ""
            );
        }
        foreach (Dimension one in space.Dimensions)
        {
            yield return new Open(one.Name, one.Kind, one.Range, one.Condition);
        }
    }

    private sealed record Open(string Name, string Kind, string Range, string Condition);
}
