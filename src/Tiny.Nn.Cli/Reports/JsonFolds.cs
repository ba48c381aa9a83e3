using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A cross-validation as JSON.</summary>
internal static class JsonFolds
{
    internal static JsonObject Create(CrossValidated validated) =>
        new()
        {
            ["folds"] = new JsonArray([.. validated.Result.Folds.Select(Fold)]),
            ["measures"] = new JsonArray([.. validated.Result.Summaries.Select(Summary)]),
            ["linear"] = validated.Linear is { } linear ? new JsonArray([.. linear.Summaries.Select(Summary)]) : null,
            ["baseline"] = validated.Baseline is { } baseline ? JsonReport.Baseline(baseline) : null,
            ["pooled"] = new JsonArray([.. validated.Result.Pooled.Select(JsonReport.Create)]),
            ["shared_rows"] = JsonReport.Shared(validated.Shared),
            ["notes"] = JsonDocuments.Texts(validated.Note is { } note ? [note] : []),
        };

    private static JsonObject Fold(FoldResult fold) =>
        new()
        {
            ["repeat"] = fold.Repeat,
            ["fold"] = fold.Fold,
            ["seed"] = fold.Seed,
            ["training_rows"] = fold.TrainedRows,
            ["rows"] = fold.Report.Rows,
            ["epochs"] = fold.History.Epochs.Count,
        };

    private static JsonObject Summary(MeasureSummary summary) =>
        new()
        {
            ["name"] = summary.Name,
            ["mean"] = JsonDocuments.Number(summary.Mean),
            ["standard_deviation"] = JsonDocuments.Number(summary.StandardDeviation),
            ["interval"] = JsonReport.Interval(summary.Interval),
            ["values"] = new JsonArray([.. summary.Values.Select(value => JsonDocuments.Number(value))]),
            ["better"] = JsonReport.Better(summary.Direction),
        };
}
