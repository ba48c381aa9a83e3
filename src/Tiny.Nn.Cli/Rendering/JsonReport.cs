using System.Text.Json.Nodes;
using Tiny.Nn.Experiments;

namespace Tiny.Nn.Cli.Rendering;

/// <summary>A report as JSON.</summary>
internal static class JsonReport
{
    internal static JsonObject Create(Report report) =>
        report switch
        {
            ClassReport classes => Classes(classes),
            NumberReport numbers => Numbers(numbers),
            _ => throw new ArgumentException($"A report of the type {report.GetType().Name} has no JSON."),
        };

    private static JsonObject Classes(ClassReport report)
    {
        int count = report.Classes.Count;
        JsonObject Class(int code) =>
            new()
            {
                ["name"] = report.Classes[code],
                ["precision"] = report.Confusion.Precision(code),
                ["recall"] = report.Confusion.Recall(code),
                ["f1"] = report.Confusion.F1(code),
                ["support"] = report.Confusion.Support(code),
            };
        JsonArray Row(int actual) =>
            [.. Enumerable.Range(0, count).Select(predicted => JsonValue.Create(report.Confusion[actual, predicted]))];
        return new JsonObject
        {
            ["rows"] = report.Rows,
            ["accuracy"] = report.Accuracy,
            ["majority_accuracy"] = report.MajorityAccuracy,
            ["log_loss"] = JsonDocuments.Number(report.LogLoss),
            ["classes"] = new JsonArray([.. Enumerable.Range(0, count).Select(Class)]),
            ["confusion"] = new JsonArray([.. Enumerable.Range(0, count).Select(Row)]),
        };
    }

    private static JsonObject Numbers(NumberReport report) =>
        new()
        {
            ["rows"] = report.Rows,
            ["rmse"] = JsonDocuments.Number(report.Metrics.RootMeanSquaredError),
            ["mae"] = JsonDocuments.Number(report.Metrics.MeanAbsoluteError),
            ["r2"] = JsonDocuments.Number(report.Metrics.RSquared),
            ["baseline_rmse"] = JsonDocuments.Number(report.Baseline.RootMeanSquaredError),
            ["baseline_mae"] = JsonDocuments.Number(report.Baseline.MeanAbsoluteError),
        };
}
