using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Encodings.Features;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Symptoms;

namespace Tiny.Nn.Cli.Reports;

/// <summary>All that a report to be kept says: how good a model is, how it came to be, what it is made of, and how to make it once more.</summary>
internal static class PageDescription
{
    internal static ReportPage Of(ReportContent content)
    {
        Model<float> model = content.Model;
        string task = JsonDocuments.Task(model.Target);
        return new ReportPage(
            $"{char.ToUpperInvariant(task[0])}{task[1..]} of {model.Target.Name}",
            new Facts("", content.Facts),
            [
                .. Result(content),
                .. Predictions(content.Predictions),
                .. Diagnosis(content.Diagnosis),
                .. Training(model.Provenance),
                Columns(content),
                new Section("Network", ModelDescription.LayersAndTotal(model)),
                .. Settings(model.Provenance),
                Repeat(content.Command),
            ]
        );
    }

    private static IEnumerable<Part> Result(ReportContent content) =>
        content switch
        {
            { Folds: { } folds } => FoldDescription.Of(folds).Shown,
            { Report: { } report } => ReportDescription.Of(report).Shown,
            _ => [ReportDescription.Nothing],
        };

    private static IEnumerable<Part> Predictions(Predictions? predictions)
    {
        if (predictions is NumberPredictions numbers)
        {
            yield return new Section(
                "Predictions",
                new Chart("Predicted and actual", () => NumberCharts.Scatter(numbers)),
                new Chart("Residuals", () => NumberCharts.Residuals(numbers))
            );
        }
    }

    private static IEnumerable<Part> Diagnosis(IReadOnlyList<SymptomText>? diagnosis)
    {
        if (diagnosis is not null)
        {
            IEnumerable<Part> found = diagnosis.Select(symptom => new Advised(
                symptom.Title,
                symptom.Evidence,
                symptom.Advice
            ));
            yield return new Section(
                "Diagnosis",
                diagnosis.Count == 0 ? [new Sentence("No rule found anything wrong with this training.")] : [.. found]
            );
        }
    }

    private static IEnumerable<Part> Training(Provenance provenance)
    {
        if (provenance.Epochs.Count > 0)
        {
            string numbers =
                $"{PageNumbers.Of(provenance.EpochCount)} epochs on {PageNumbers.Of(provenance.Rows)} rows";
            string lowest = provenance.Best is { } best
                ? $", lowest loss {PageNumbers.Of(best.Monitored)} in epoch {best.Epoch}"
                : "";
            yield return new Section("Training", new Chart(numbers + lowest, () => LossChart.Draw(provenance)));
        }
    }

    private static Section Columns(ReportContent content)
    {
        Table table = content.Table;
        IEnumerable<string> Findings(string? column) =>
            table.Findings.Where(finding => finding.Column == column).Select(AdviceWords.Evidence);
        ColumnRow Row(string name, string kind, Value inputs, string done, IEnumerable<string> found) =>
            new(name, kind, inputs, done, string.Join("; ", found));
        IEnumerable<ColumnRow> features = content.Model.Schema.Select(feature =>
        {
            FeatureEncoding[] parts = [.. ModelDescription.Parts(content.Model.Encoding, feature)];
            IEnumerable<string> notes = content
                .Model.Encoding.Notes.Where(note => note.Feature == feature.Name)
                .Select(note => note.Text);
            return Row(
                feature.Name,
                feature.Kind,
                Value.Grouped(parts.Sum(part => part.Outputs)),
                ModelDescription.Becomes(content.Model.Encoding, feature).Text,
                notes.Concat(Findings(feature.Name))
            );
        });
        ModelTarget target = content.Model.Target;
        string becomes = target switch
        {
            ClassTarget classes => $"{classes.Classes.Count} classes",
            NumberTarget { Unit: { } unit } => $"a number ({unit}), standardized",
            _ => "a number, standardized",
        };
        return new Section(
            "Columns",
            [
                ByColumn.Of(
                    "",
                    [
                        .. features,
                        Row(target.Name, "target", Value.None, becomes, Findings(target.Name)),
                        .. table.IdNames.Select(name => Row(name, "id", Value.None, "names a row", [])),
                        .. table.Ignored.Select(name => Row(name, "", Value.None, "not used", Findings(name))),
                    ]
                ),
                .. Findings(null).Select(finding => new Sentence($"The file: {finding}")),
            ]
        );
    }

    private static IEnumerable<Part> Settings(Provenance provenance)
    {
        if (provenance.Settings.Count > 0)
        {
            yield return new Section("Settings", ModelDescription.Settings(provenance.Settings));
        }
    }

    private static Section Repeat(string command) =>
        new(
            "The same once more",
            new CommandText(command),
            new Remark(
                $"With tinynn {PrintVersion.Version}, the same data and this seed it gives the same model, bit for bit."
            )
        );

    private static readonly TableColumns<ColumnRow> ByColumn = new TableColumns<ColumnRow>()
        .Text(null, "column", row => Value.Of(row.Name))
        .Words(null, "kind", row => Value.Of(row.Kind))
        .Number(null, "inputs", row => row.Inputs)
        .Words(null, "what was done", row => Value.Of(row.Done))
        .Words(null, "what was found", row => Value.Of(row.Found));

    private sealed record ColumnRow(string Name, string Kind, Value Inputs, string Done, string Found);
}
