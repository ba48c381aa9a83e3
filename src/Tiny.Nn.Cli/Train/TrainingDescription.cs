using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>A training: what was read, what was made of it, and how good it is.</summary>
internal static class TrainingDescription
{
    /// <param name="table">What was read.</param>
    /// <param name="plan">What was made of it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="ending">What ended it.</param>
    /// <param name="model">Where the model is.</param>
    /// <param name="validated">What cross-validation came to; null where there was none.</param>
    /// <param name="diagnosis">What is wrong with it; null where nobody asked.</param>
    internal static Result Of(
        Table<float> table,
        Plan plan,
        Outcome<float> outcome,
        string ending,
        string model,
        CrossValidated? validated,
        Value? diagnosis
    )
    {
        Result? test = outcome.Test is { } report
            ? ReportDescription.Of(report, "test rows", outcome.SharedRows)
            : null;
        Result? folds = validated is null ? null : FoldDescription.Of(validated);
        IEnumerable<Field> classes = outcome.Model.Target is ClassTarget target
            ? [new("classes", Value.Of(target.Classes))]
            : [];
        return new Result(
            [
                new("version", Value.Of(outcome.Model.Provenance.Version)),
                new("data", DataDescription.Training(table, outcome.Model.Encoding)),
                new("task", Value.Of(JsonDocuments.Task(plan.Kind))),
                .. classes,
                new("network", Value.Group(PlanDescription.Network(plan))),
                new("settings", Value.Group(ModelDescription.Settings(outcome.Model.Provenance.Settings).Fields)),
                new("training", Value.Group(Training(outcome, ending))),
                new("test", test is null ? Value.None : Value.Group(test.Data)),
                new("shared_rows", ReportDescription.Shared(outcome.SharedRows)),
                new("cross_validation", folds is null ? Value.None : Value.Group(folds.Data)),
                new("model", Value.Of(model)),
                .. diagnosis is null ? Array.Empty<Field>() : [new Field("diagnosis", diagnosis)],
            ],
            folds?.Shown ?? test?.Shown ?? []
        );
    }

    private static Field[] Training(Outcome<float> outcome, string ending)
    {
        EpochReport? kept = outcome.History.Kept;
        return
        [
            new("rows", Value.Of(outcome.Fitted.TrainingRows.Count)),
            new("validation_rows", Value.Of(outcome.Fitted.ValidationRows.Count)),
            new("epochs", Value.Of(outcome.History.Epochs.Count)),
            new("ending", Value.Of(ending)),
            new("kept_epoch", Value.Of(kept?.Epoch)),
            new("training_loss", Value.Of(kept?.TrainingLoss)),
            new("validation_loss", Value.Of(kept?.ValidationLoss)),
            new("validation_accuracy", Value.Of(kept?.ValidationAccuracy)),
            new("validation_r2", Value.Of(kept?.ValidationRSquared)),
        ];
    }
}
