using System.Text.Json.Nodes;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Results;

namespace Tiny.Nn.Teaching.Interactive;

/// <summary>How good a network is, as JSON: on the way, and at the end on rows that it has not seen.</summary>
internal static class SceneReports
{
    /// <summary>How the network does at this step on the rows that it learns from and those that validate, what it gets wrong, and what it says of one row.</summary>
    /// <param name="training">The training.</param>
    /// <param name="row">The row that is picked.</param>
    /// <param name="language">The language of what is said.</param>
    internal static JsonObject Standing(InteractiveTraining training, int row, Language language)
    {
        Model<float> model = training.Current();
        Table table = training.Scene.Data.Table;
        JsonObject reports = [];
        if (!training.Plan.Split.Validation.IsEmpty)
        {
            reports["validation"] = Report(
                Evaluation.Run(model, table, training.Plan.Split.Validation.AsSpan()),
                language
            );
        }
        reports["training"] = Report(Evaluation.Run(model, table, training.Plan.Split.Training.AsSpan()), language);
        int[] known = [.. training.Plan.Split.Training.Concat(training.Plan.Split.Validation).Order()];
        (JsonArray wrong, int count) = SceneRows.Wrong(model, table, known);
        return new JsonObject
        {
            ["reports"] = reports,
            ["wrong"] = wrong,
            ["wrongCount"] = count,
            ["row"] = SceneRows.Describe(model, table, row),
        };
    }

    /// <summary>A report: measures, confusion, and what simpler models came to.</summary>
    internal static JsonObject Report(Report report, Language language)
    {
        string Say(string english) => ResultWords.Of(english, language);
        JsonObject document = new()
        {
            ["rows"] = report.Rows,
            ["measures"] = new JsonArray([
                .. report.Measures.Select(measure => new JsonObject
                {
                    ["name"] = Say(measure.Name),
                    ["value"] = JsonDocuments.Number(measure.Value),
                    ["low"] = JsonDocuments.Number(measure.Interval?.Lower),
                    ["high"] = JsonDocuments.Number(measure.Interval?.Upper),
                }),
            ]),
            ["verdicts"] = JsonDocuments.Texts(report.Baselines.Select(baseline => Say(baseline.Verdict))),
            ["notes"] = JsonDocuments.Texts(report.Notes.Select(Say)),
        };
        if (report is ClassReport classes)
        {
            int count = classes.Classes.Count;
            document["classes"] = JsonDocuments.Texts(classes.Classes);
            document["confusion"] = new JsonArray([
                .. Enumerable
                    .Range(0, count)
                    .Select(actual =>
                        SceneDocuments.Numbers([
                            .. Enumerable.Range(0, count).Select(said => (double)classes.Confusion[actual, said]),
                        ])
                    ),
            ]);
        }
        return document;
    }
}
