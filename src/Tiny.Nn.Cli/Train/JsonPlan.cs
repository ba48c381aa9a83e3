using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>A plan as JSON: the names are those of a training's document, as far as there is something under them yet.</summary>
internal static class JsonPlan
{
    internal static JsonObject Create(Plan<float> plan, IReadOnlyDictionary<string, string> settings)
    {
        Table<float> table = plan.Table;
        JsonObject document = JsonDocuments.Create("train");
        document["dry_run"] = true;
        document["data"] = new JsonObject
        {
            ["source"] = table.Source,
            ["rows"] = table.Rows,
            ["features"] = JsonDocuments.Texts(table.FeatureNames),
            ["columns"] = JsonFindings.Columns(table.Schema),
            ["ignored"] = JsonDocuments.Texts(table.Ignored),
            ["findings"] = JsonFindings.Create(table.Findings),
            ["target"] = table.Target!.Name,
            ["notes"] = JsonModel.Notes(plan.Encoding),
        };
        document["inputs"] = JsonDocuments.Texts(plan.Encoding.OutputNames);
        document["task"] = JsonDocuments.Task(plan.Task.Kind);
        document["network"] = new JsonObject
        {
            ["sizes"] = plan.Architecture.ToString(),
            ["parameters"] = plan.Architecture.ParameterCount,
            ["loss"] = plan.Loss.Name,
        };
        document["settings"] = JsonDocuments.Settings(settings);
        document["training"] = new JsonObject
        {
            ["rows"] = plan.Split.Training.Length,
            ["validation_rows"] = plan.Split.Validation.Length,
            ["test_rows"] = plan.Split.Test.Length,
        };
        return document;
    }
}
