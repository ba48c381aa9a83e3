using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Compare;

/// <summary>Two models side by side, as JSON.</summary>
internal static class JsonModelComparison
{
    internal static JsonObject Create(ModelComparison duel)
    {
        JsonObject document = JsonDocuments.Create("compare");
        document["first"] = duel.First.Path;
        document["second"] = duel.Second.Path;
        document["data"] = duel.Source;
        document["target"] = duel.First.Model.Target.Name;
        document["task"] = JsonDocuments.Task(duel.First.Model.Target);
        document["rows"] = duel.FirstReport.Rows;
        document["measures"] = new JsonArray([.. duel.Measures.Select(Measure)]);
        document["comparisons"] = new JsonArray([.. duel.Comparisons.Select(Tested)]);
        document["only_first_right"] = duel.Rows?.OnlyFirst;
        document["only_second_right"] = duel.Rows?.OnlySecond;
        document["judgement"] = Name(duel.Comparisons[0].Judgement);
        document["verdict"] = duel.Verdict;
        return document;
    }

    private static JsonObject Measure((Measure First, Measure Second, Comparison? Comparison) measure) =>
        new()
        {
            ["name"] = measure.First.Name,
            ["first"] = JsonDocuments.Number(measure.First.Value),
            ["second"] = JsonDocuments.Number(measure.Second.Value),
            ["difference"] = JsonDocuments.Number(measure.First.Value - measure.Second.Value),
        };

    private static JsonObject Tested(Comparison comparison) =>
        new()
        {
            ["measure"] = comparison.Measure,
            ["first"] = JsonDocuments.Number(comparison.First),
            ["second"] = JsonDocuments.Number(comparison.Second),
            ["difference_lower"] = JsonDocuments.Number(comparison.Difference.Lower),
            ["difference_upper"] = JsonDocuments.Number(comparison.Difference.Upper),
            ["confidence"] = comparison.Difference.Confidence,
            ["p_value"] = JsonDocuments.Number(comparison.PValue),
            ["judgement"] = Name(comparison.Judgement),
        };

    private static string Name(Judgement judgement) =>
        judgement switch
        {
            Judgement.Better => "first-is-better",
            Judgement.Worse => "second-is-better",
            _ => "not-shown",
        };
}
