using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>A training as JSON.</summary>
internal static class JsonTraining
{
    internal static JsonObject Create(TrainingRun run)
    {
        Judged<float> judged = run.Judged;
        Plan<float> plan = judged.Plan;
        Table<float> table = plan.Table;
        JsonObject document = JsonDocuments.Create("train");
        document["version"] = judged.Model.Provenance.Version;
        document["data"] = new JsonObject
        {
            ["source"] = table.Source,
            ["rows"] = table.Rows,
            ["features"] = JsonDocuments.Texts(table.FeatureNames),
            ["columns"] = JsonFindings.Columns(table.Schema),
            ["ignored"] = JsonDocuments.Texts(table.Ignored),
            ["findings"] = JsonFindings.Create(table.Findings),
            ["target"] = judged.Model.Target.Name,
            ["notes"] = JsonModel.Notes(judged.Model.Encoding),
        };
        document["task"] = JsonDocuments.Task(plan.Task.Kind);
        if (judged.Model.Target is ClassTarget classes)
        {
            document["classes"] = JsonDocuments.Texts(classes.Classes);
        }
        document["network"] = new JsonObject
        {
            ["sizes"] = plan.Architecture.ToString(),
            ["parameters"] = plan.Architecture.ParameterCount,
            ["loss"] = plan.Loss.Name,
        };
        document["settings"] = JsonDocuments.Settings(judged.Model.Provenance.Settings);
        document["training"] = Training(judged, run.Ending);
        document["test"] = judged.Test is { } report ? JsonReport.Create(report) : null;
        document["shared_rows"] = JsonReport.Shared(judged.SharedRows);
        document["cross_validation"] = run.Folds is null ? null : JsonFolds.Create(run.Folds);
        document["model"] = run.ModelPath;
        return document;
    }

    private static JsonObject Training(Judged<float> judged, string ending) =>
        new()
        {
            ["rows"] = judged.Plan.Split.Training.Length,
            ["validation_rows"] = judged.Plan.Split.Validation.Length,
            ["epochs"] = judged.History.Epochs.Count,
            ["ending"] = ending,
            ["kept_epoch"] = judged.History.Kept?.Epoch,
            ["training_loss"] = JsonDocuments.Number(judged.History.Kept?.TrainingLoss),
            ["validation_loss"] = JsonDocuments.Number(judged.History.Kept?.ValidationLoss),
            ["validation_accuracy"] = JsonDocuments.Number(judged.History.Kept?.ValidationAccuracy),
            ["validation_r2"] = JsonDocuments.Number(judged.History.Kept?.ValidationRSquared),
        };
}
