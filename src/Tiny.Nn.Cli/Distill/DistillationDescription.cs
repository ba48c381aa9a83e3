using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Distilling;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Distill;

/// <summary>A small model beside the large one that it learned from: what it costs, how near it comes, and what it loses.</summary>
internal static class DistillationDescription
{
    private static readonly TableColumns<(
        string Key,
        string Name,
        Func<ModelCost, long?> Of,
        Distilled<float> Models
    )> Costs = new TableColumns<(string Key, string Name, Func<ModelCost, long?> Of, Distilled<float> Models)>()
        .Text(null, "cost", row => Value.Of(row.Name))
        .Data("name", row => Value.Of(row.Key))
        .Number("large", "large", row => Count(row.Of(row.Models.LargeCost)))
        .Number("small", "small", row => Count(row.Of(row.Models.Cost)))
        .Number(null, "times", row => Times(row.Of(row.Models.LargeCost), row.Of(row.Models.Cost)));

    internal static Result Of(string large, string source, Distilled<float> distilled, string? place)
    {
        Field saved = new("saved", "saved as", Value.Of(place));
        Field network = ModelDescription.Networks(distilled.Model);
        ResultTable costs = Costs.Of(
            "",
            [
                ("parameters", "parameters", cost => cost.Parameters, distilled),
                ("constant_bytes", "bytes of constants (flash) as C", cost => cost.ConstantBytes, distilled),
                ("memory_bytes", "bytes of memory (RAM) as C", cost => cost.MemoryBytes, distilled),
                ("operations", "operations for a row", cost => cost.Operations, distilled),
            ]
        );
        Field[] imitation = [.. Imitation(distilled)];
        Result? report = distilled.Report is { } known ? ReportDescription.Of(known, "held-out rows") : null;
        return new Result(
            [
                new("large", Value.Of(large)),
                new("data", Value.Of(source)),
                new("target", Value.Of(distilled.Model.Target.Name)),
                new("task", Value.Of(JsonDocuments.Task(distilled.Model.Target))),
                network,
                new("training_rows", Value.Of(distilled.Split.Training.Length)),
                new("made_rows", Value.Of(distilled.MadeRows)),
                new("validation_rows", Value.Of(distilled.Split.Validation.Length)),
                new("held_out_rows", Value.Of(distilled.Split.Test.Length)),
                new("large_may_know_held_out_rows", Value.Of(distilled.LargeMayKnow)),
                new("costs", costs.List),
                new("imitation", imitation.Length == 0 ? Value.None : Field.Group(imitation)),
                new("report", report is null ? Value.None : Field.Group(report.Data)),
                saved,
            ],
            [
                costs,
                .. imitation.Length == 0
                    ? []
                    : new Part[]
                    {
                        new Facts($"small beside large, {distilled.Split.Test.Length} held-out rows", imitation),
                    },
                .. report?.Shown ?? [new Sentence(Missing(distilled))],
                new Facts("saved", [network, saved]),
            ]
        );
    }

    private static IEnumerable<Field> Imitation(Distilled<float> distilled)
    {
        if (distilled.Imitation is not { } found)
        {
            yield break;
        }
        bool isOfClasses = distilled.Model.Target is ClassTarget;
        yield return new(
            "agreement",
            isOfClasses ? "share with the same class" : "R² of the answers",
            Value.Of(found.Agreement)
        );
        yield return new(
            "divergence",
            isOfClasses ? "divergence of the probabilities (nats)" : "root mean square difference",
            Value.Of(found.Divergence)
        );
    }

    private static string Missing(Distilled<float> distilled) =>
        distilled.Split.Test.IsEmpty
            ? "No rows were held out, so nothing is known of what is lost."
            : $"There is no column {distilled.Model.Target.Name}, so nothing is known but how near the two are to each other.";

    private static Value Count(long? count) => count is { } known ? Value.Grouped(known) : Value.None;

    private static Value Times(long? large, long? small) =>
        large is { } of && small is > 0 and var by
            ? Value.Of(
                (double)of / by,
                times => times.ToString("F1", System.Globalization.CultureInfo.InvariantCulture)
            )
            : Value.None;
}
