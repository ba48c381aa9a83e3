using System.Text.Json;
using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A report as JSON.</summary>
internal static class JsonReport
{
    internal static JsonObject Create(Report report)
    {
        JsonObject document = report switch
        {
            ClassReport classes => Classes(classes),
            NumberReport numbers => Numbers(numbers),
            _ => throw new ArgumentException($"A report of the type {report.GetType().Name} has no JSON."),
        };
        document["measures"] = new JsonArray([.. report.Measures.Select(Measure)]);
        document["baselines"] = new JsonArray([.. report.Baselines.Select(Baseline)]);
        document["notes"] = JsonDocuments.Texts(report.Notes);
        return document;
    }

    internal static JsonObject? Shared(SharedRows? shared) =>
        shared is null
            ? null
            : new JsonObject
            {
                ["rows"] = shared.Count,
                ["same_target"] = shared.SameTarget,
                ["judged"] = shared.Judged,
            };

    internal static JsonObject? Interval(Interval? interval) =>
        interval is { } known
            ? new JsonObject
            {
                ["lower"] = JsonDocuments.Number(known.Lower),
                ["upper"] = JsonDocuments.Number(known.Upper),
                ["confidence"] = known.Confidence,
            }
            : null;

    internal static string Better(Direction sense) => sense == Direction.LargerIsBetter ? "larger" : "smaller";

    internal static JsonObject Baseline(BaselineResult baseline) =>
        new()
        {
            ["name"] = baseline.Name,
            ["judgement"] = Judgement(baseline.Judgement),
            ["verdict"] = baseline.Verdict,
            ["comparisons"] = new JsonArray([.. baseline.Comparisons.Select(Comparison)]),
            ["report"] = Create(baseline.Report),
        };

    private static JsonObject Measure(Measure measure) =>
        new()
        {
            ["name"] = measure.Name,
            ["value"] = JsonDocuments.Number(measure.Value),
            ["interval"] = Interval(measure.Interval),
            ["better"] = Better(measure.Direction),
        };

    private static JsonObject Comparison(Comparison comparison) =>
        new()
        {
            ["measure"] = comparison.Measure,
            ["model"] = JsonDocuments.Number(comparison.First),
            ["baseline"] = JsonDocuments.Number(comparison.Second),
            ["difference"] = Interval(comparison.Difference),
            ["p_value"] = JsonDocuments.Number(comparison.PValue),
            ["judgement"] = Judgement(comparison.Judgement),
        };

    private static string Judgement(Judgement judgement) => JsonNamingPolicy.KebabCaseLower.ConvertName($"{judgement}");

    private static JsonObject Classes(ClassReport report)
    {
        int[] all = [.. Enumerable.Range(0, report.Classes.Count)];
        JsonArray Row(int actual) =>
            [.. all.Select(predicted => JsonValue.Create(report.Confusion[actual, predicted]))];
        return new JsonObject
        {
            ["rows"] = report.Rows,
            ["accuracy"] = report.Accuracy,
            ["majority_accuracy"] = report.MajorityAccuracy,
            ["log_loss"] = JsonDocuments.Number(report.LogLoss),
            ["threshold"] = JsonDocuments.Number(report.Threshold),
            ["classes"] = new JsonArray([.. report.PerClass.Select(Class)]),
            ["confusion"] = new JsonArray([.. all.Select(Row)]),
            ["calibration"] = new JsonObject
            {
                ["expected_error"] = JsonDocuments.Number(report.Calibration.ExpectedError),
                ["maximum_error"] = JsonDocuments.Number(report.Calibration.MaximumError),
                ["bins"] = new JsonArray([.. report.Calibration.Bins.Select(Bin)]),
            },
            ["positive"] = report.Ranking?.Positive,
        };
    }

    private static JsonObject Class(ClassResult result) =>
        new()
        {
            ["name"] = result.Name,
            ["precision"] = result.Scores.Precision,
            ["precision_interval"] = Interval(result.PrecisionInterval),
            ["recall"] = result.Scores.Recall,
            ["recall_interval"] = Interval(result.RecallInterval),
            ["f1"] = result.Scores.F1,
            ["support"] = result.Support,
            ["taken"] = result.PredictedCount,
        };

    private static JsonObject Bin(ReliabilityBin bin) =>
        new()
        {
            ["lower"] = bin.Lower,
            ["upper"] = bin.Upper,
            ["rows"] = bin.Correct.Count,
            ["recognised"] = bin.Correct.Successes,
            ["confidence"] = JsonDocuments.Number(bin.Confidence),
        };

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
