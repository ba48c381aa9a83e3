using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Tabular.Tasks;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>
/// A plan: what the columns are, what they become, and what would be trained on how many rows. In documents the names are those of a
/// training, as far as there is something under them yet.
/// </summary>
internal static class PlanDescription
{
    internal static Result Of(Plan<float> plan, IReadOnlyDictionary<string, string> settings)
    {
        Field target = new("target", "target", Value.Of(plan.Table.Target!.Name));
        Field task = new("task", "task", Value.Of(JsonDocuments.Task(plan.Task.Kind)));
        Field[] positive = plan.Task is Classification { Classes: [_, var second] }
            ? [new("positive", "positive class", Value.Of(plan.Recipe.Positive ?? second))]
            : [];
        Field[] network = Network(plan);
        Field[] rows =
        [
            new("rows", "training rows", Value.Grouped(plan.Split.Training.Length)),
            new("validation_rows", "validation rows", Value.Grouped(plan.Split.Validation.Length)),
            new("test_rows", "test rows", Value.Grouped(plan.Split.Test.Length)),
        ];
        Facts given = ModelDescription.Settings(settings);
        ResultTable features = new TableColumns<Feature>()
            .Text(null, "feature", feature => Value.Of(feature.Name))
            .Text(null, "kind", feature => Value.Of(feature.Kind))
            .Text(null, "becomes", feature => ModelDescription.Becomes(plan.Encoding, feature))
            .Of("", plan.Encoding.Schema);
        return new Result(
            [
                new("dry_run", Value.Of(true)),
                new("data", DataDescription.Training(plan.Table, plan.Encoding)),
                new("inputs", Value.Of(plan.Encoding.OutputNames)),
                task,
                .. positive,
                new("network", Field.Group(network)),
                new("settings", Field.Group(given.Fields)),
                new("training", Field.Group(rows)),
            ],
            [features, new Facts("plan", [target, task, .. positive, .. network, .. rows]), given]
        );
    }

    /// <summary>How many networks each bag has, of which recipe and sizes.</summary>
    internal static IEnumerable<string> Bags(Plan<float> plan) =>
        plan.Bags.Select(bag => $"{bag.Folds.Length} × {bag.Bag.Name} {bag.Architecture}");

    /// <summary>How many parameters all networks have together.</summary>
    internal static long ParameterCount(Plan<float> plan) =>
        plan.Bags.Count == 0
            ? plan.Architecture.ParameterCount
            : plan.Bags.Sum(bag => bag.Folds.Length * bag.Architecture.ParameterCount);

    /// <summary>What is trained.</summary>
    internal static Field[] Network(Plan<float> plan) =>
        [
            plan.Bags.Count == 0
                ? new("sizes", "network", Value.Of($"{plan.Architecture}"))
                : new("bags", "networks", Value.Of(Bags(plan), between: "; ")),
            new("parameters", "parameters", Value.Grouped(ParameterCount(plan))),
            new("loss", "loss", Value.Of(plan.Loss.Name)),
        ];
}
