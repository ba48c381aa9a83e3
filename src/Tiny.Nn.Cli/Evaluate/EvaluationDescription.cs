using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Evaluate;

/// <summary>How a model does on other rows.</summary>
internal static class EvaluationDescription
{
    internal static Result Of(string path, Model<float> model, Table table, Report report)
    {
        Result described = ReportDescription.Of(report);
        return new Result(
            [
                new("model", Value.Of(path)),
                new("data", Value.Of(table.Source)),
                new("task", Value.Of(JsonDocuments.Task(model.Target))),
                new("findings", DataDescription.Findings(table.Findings).List),
                new("report", Field.Group(described.Data)),
            ],
            described.Shown
        );
    }
}
