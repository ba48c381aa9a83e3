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
    /// <param name="plan">What was made of it.</param>
    /// <param name="outcome">What it came to.</param>
    /// <param name="ending">What ended it.</param>
    /// <param name="model">Where the model is.</param>
    /// <param name="validated">What cross-validation came to; null where there was none.</param>
    /// <param name="diagnostician">What is wrong with the training; null where nobody asked.</param>
    internal static void Show(
        Session session,
        Table<float> table,
        Plan plan,
        Outcome<float> outcome,
        string ending,
        string model,
        CrossValidated? validated,
        Diagnostician? diagnostician
    )
    {
        if (session.IsJson)
        {
            JsonObject document = JsonTraining.Create(table, plan, outcome, ending, model, validated);
            diagnostician?.AddTo(document);
            JsonDocuments.Write(session.Output, document);
        }
        else
        {
            WriteTables(session, outcome, validated);
        }
    }

    // A method of its own: the library behind tables is loaded with the first method that names it.
    private static void WriteTables(Session session, Outcome<float> outcome, CrossValidated? validated)
    {
        if (validated is not null)
        {
            new FoldTables(session.Tables()).Write(validated);
        }
        else if (outcome.Test is { } report)
        {
            new ReportTables(session.Tables()).Write(report, "test rows", outcome.SharedRows);
        }
        session.Output.Flush();
    }
}
