using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A page that is to be written when its report is there.</summary>
/// <param name="file">Where it goes.</param>
/// <param name="command">The command line that makes it once more.</param>
internal sealed class ReportFile(OutputFile file, string command)
{
    internal string Path => file.Path;

    /// <summary>The page of a training: of its test rows, or of the folds where those judged.</summary>
    internal void Write(
        Session session,
        Table table,
        Judged<float> judged,
        CrossValidated? validated,
        string? model,
        IReadOnlyList<SymptomText>? diagnosis
    )
    {
        Report? report = validated?.Result.Pooled[0] ?? judged.Test ?? judged.OutOfFold;
        Predictions? predictions = validated?.Result.OutOfFold[0] ?? judged.TestPredictions ?? judged.Trained.OutOfFold;
        SharedRows? found = validated is null ? judged.SharedRows : validated.Shared;
        List<Field> facts =
        [
            .. Facts(table, judged.Model, model ?? "not saved"),
            new("training_rows", "rows to learn from", Value.Grouped(judged.Plan.Split.Training.Length)),
            new("validation_rows", "rows for validation", Value.Grouped(judged.Plan.Split.Validation.Length)),
            RowsOf(report),
        ];
        if (found is { Count: > 0 } shared)
        {
            facts.Add(new("known_rows", "of them known from training, cell for cell", Value.Grouped(shared.Count)));
        }
        ReportContent content = new(judged.Model, table, report, predictions, facts, command)
        {
            Folds = validated,
            Diagnosis = diagnosis,
        };
        Write(session, content);
    }

    /// <summary>The page of an evaluation.</summary>
    internal void Write(Session session, Table table, Model<float> loaded, Report report, string model)
    {
        // A report has no rows of its own, and their plots need them; classes are plotted by their counts.
        Predictions? predictions =
            report is NumberReport ? Evaluation.Predict(loaded, table, [.. Enumerable.Range(0, table.Rows)]) : null;
        Field[] facts =
        [
            .. Facts(table, loaded, model),
            RowsOf(report),
            new("learned_from", "the model learned from", Value.Of(loaded.Provenance.Source)),
            new("learned_rows", "rows that it learned from", Value.Grouped(loaded.Provenance.Rows)),
        ];
        Write(session, new(loaded, table, report, predictions, facts, command));
    }

    private static Field[] Facts(Table table, Model<float> loaded, string model) =>
        [
            new("data", "data", Value.Of(table.Source)),
            new("model", "model", Value.Of(model)),
            ModelDescription.Networks(loaded),
            .. loaded.Target is ClassTarget { Positive: { } positive }
                ? [new("positive", "positive class", Value.Of(positive))]
                : Array.Empty<Field>(),
        ];

    private static Field RowsOf(Report? report) =>
        new("rows", "rows for this report", Value.Grouped(report?.Rows ?? 0));

    private void Write(Session session, ReportContent content)
    {
        file.Write(stream =>
            ReportFormat.Of(file.Path).Write(PageDescription.Of(content).In(session.Language), stream)
        );
        session.Note($"report  {file.Path}");
    }
}
