using System.Text.Json.Nodes;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>What a training shows on stdout.</summary>
internal static class TrainingView
{
    internal static void Show(Session session, TrainingRun run)
    {
        if (session.IsJson)
        {
            JsonObject document = JsonTraining.Create(run);
            run.Diagnostician?.AddTo(document);
            JsonDocuments.Write(session.Output, document);
        }
        else
        {
            WriteTables(session, run);
        }
    }

    // A method of its own: the library behind tables is loaded with the first method that names it.
    private static void WriteTables(Session session, TrainingRun run)
    {
        if (run.Folds is { } folds)
        {
            new FoldTables(session.Tables()).Write(folds);
        }
        else if (run.Judged.Test is { } report)
        {
            new ReportTables(session.Tables()).Write(report, "test rows", run.Judged.SharedRows);
        }
        session.Output.Flush();
    }
}
