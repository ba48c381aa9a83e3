using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Train;

/// <summary>A training: what was read, what was made of it, and how good it is.</summary>
internal static class TrainingDescription
{
    internal static Result Of(TrainingRun run)
    {
        Judged<float> judged = run.Judged;
        Value? diagnosis = run.Diagnostician?.Described;
        Result? test = judged.Test is { } report ? ReportDescription.Of(report, "test rows", judged.SharedRows) : null;
        Result? outOfFold = judged.OutOfFold is { } unseen ? ReportDescription.Of(unseen, "out-of-fold rows") : null;
        Result? folds = run.Folds is null ? null : FoldDescription.Of(run.Folds);
        IEnumerable<Field> classes = judged.Model.Target is ClassTarget target
            ? [new("classes", Value.Of(target.Classes))]
            : [];
        return new Result(
            [
                new("version", Value.Of(judged.Model.Provenance.Version)),
                new("data", DataDescription.Training(run.Table, judged.Model.Encoding)),
                new("task", Value.Of(JsonDocuments.Task(judged.Plan.Task.Kind))),
                .. classes,
                new("network", Field.Group(PlanDescription.Network(judged.Plan))),
                new("settings", Field.Group(ModelDescription.Settings(judged.Model.Provenance.Settings).Fields)),
                new("training", Field.Group(Training(judged, run.Ending))),
                new("test", test is null ? Value.None : Field.Group(test.Data)),
                .. outOfFold is null ? Array.Empty<Field>() : [new Field("out_of_fold", Field.Group(outOfFold.Data))],
                new("shared_rows", ReportDescription.Shared(judged.SharedRows)),
                new("cross_validation", folds is null ? Value.None : Field.Group(folds.Data)),
                new("model", Value.Of(run.ModelPath)),
                .. diagnosis is null ? Array.Empty<Field>() : [new Field("diagnosis", diagnosis)],
            ],
            folds?.Shown ?? test?.Shown ?? outOfFold?.Shown ?? []
        );
    }

    private static Field[] Training(Judged<float> judged, string ending)
    {
        EpochReport? kept = judged.History.Kept;
        return
        [
            new("rows", Value.Of(judged.Plan.Split.Training.Length)),
            new("validation_rows", Value.Of(judged.Plan.Split.Validation.Length)),
            new("epochs", Value.Of(judged.History.EpochCount)),
            new("ending", Value.Of(ending)),
            new("kept_epoch", Value.Of(kept?.Epoch)),
            new("training_loss", Value.Of(kept?.TrainingLoss)),
            new("validation_loss", Value.Of(kept?.ValidationLoss)),
            new("validation_accuracy", Value.Of(kept?.ValidationAccuracy)),
            new("validation_r2", Value.Of(kept?.ValidationRSquared)),
        ];
    }
}
