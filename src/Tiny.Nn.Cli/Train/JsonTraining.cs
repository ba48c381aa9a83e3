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
    /// <param name="table">What was read.</param>
    /// <param name="plan">What was made of it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="ending">What ended it.</param>
    /// <param name="model">Where the model is.</param>
    /// <param name="validated">What cross-validation came to; null where there was none.</param>
    internal static JsonObject Create(
        Table<float> table,
        Plan plan,
        Outcome<float> outcome,
        string ending,
        string model,
        CrossValidated? validated
    )
    {
        JsonObject document = JsonDocuments.Create("train");
        document["version"] = outcome.Model.Provenance.Version;
        document["data"] = new JsonObject
        {
            ["source"] = table.Source,
            ["rows"] = table.Rows,
            ["features"] = JsonDocuments.Texts(table.FeatureNames),
            ["columns"] = JsonFindings.Columns(table.Schema),
            ["ignored"] = JsonDocuments.Texts(table.Ignored),
            ["findings"] = JsonFindings.Create(table.Findings),
            ["target"] = outcome.Model.Target.Name,
            ["notes"] = JsonModel.Notes(outcome.Model.Encoding),
        };
        document["task"] = JsonDocuments.Task(plan.Kind);
        if (outcome.Model.Target is ClassTarget classes)
        {
            document["classes"] = JsonDocuments.Texts(classes.Classes);
        }
        document["network"] = new JsonObject
        {
            ["sizes"] = plan.Architecture.ToString(),
            ["parameters"] = plan.Architecture.ParameterCount,
            ["loss"] = plan.Loss,
        };
        document["settings"] = JsonDocuments.Settings(outcome.Model.Provenance.Settings);
        document["training"] = Training(outcome, ending);
        document["test"] = outcome.Test is { } report ? JsonReport.Create(report) : null;
        document["shared_rows"] = JsonReport.Shared(outcome.SharedRows);
        document["cross_validation"] = validated is null ? null : JsonFolds.Create(validated);
        document["model"] = model;
        return document;
    }

    private static JsonObject Training(Outcome<float> outcome, string ending) =>
        new()
        {
            ["rows"] = outcome.Fitted.TrainingRows.Count,
            ["validation_rows"] = outcome.Fitted.ValidationRows.Count,
            ["epochs"] = outcome.History.Epochs.Count,
            ["ending"] = ending,
            ["kept_epoch"] = outcome.History.Kept?.Epoch,
            ["training_loss"] = JsonDocuments.Number(outcome.History.Kept?.TrainingLoss),
            ["validation_loss"] = JsonDocuments.Number(outcome.History.Kept?.ValidationLoss),
            ["validation_accuracy"] = JsonDocuments.Number(outcome.History.Kept?.ValidationAccuracy),
            ["validation_r2"] = JsonDocuments.Number(outcome.History.Kept?.ValidationRSquared),
        };
}
