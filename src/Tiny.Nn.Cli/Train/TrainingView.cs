using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>What a training shows on stdout.</summary>
internal static class TrainingView
{
    /// <param name="session">Where.</param>
    /// <param name="table">What was read.</param>
    /// <param name="judged">What it came to.</param>
    /// <param name="ending">What ended it.</param>
    /// <param name="model">Where the model is.</param>
    /// <param name="validated">What cross-validation came to; null where there was none.</param>
    /// <param name="diagnostician">What is wrong with the training; null where nobody asked.</param>
    internal static void Show(
        Session session,
        Table<float> table,
        Judged<float> judged,
        string ending,
        string model,
        CrossValidated? validated,
        Diagnostician? diagnostician
    )
    {
        if (session.IsJson)
        {
            JsonObject document = JsonTraining.Create(table, judged, ending, model, validated);
            diagnostician?.AddTo(document);
            JsonDocuments.Write(session.Output, document);
        }
        else
        {
            WriteTables(session, judged, validated);
        }
    }

    // A method of its own: the library behind tables is loaded with the first method that names it.
    private static void WriteTables(Session session, Judged<float> judged, CrossValidated? validated)
    {
        if (validated is not null)
        {
            new FoldTables(session.Tables()).Write(validated);
        }
        else if (judged.Test is { } report)
        {
            new ReportTables(session.Tables()).Write(report, "test rows", judged.SharedRows);
        }
        session.Output.Flush();
    }
}
