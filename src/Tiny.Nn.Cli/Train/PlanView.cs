using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>What a dry run shows.</summary>
internal static class PlanView
{
    internal static void Show(Session session, Plan<float> plan, IReadOnlyDictionary<string, string> settings)
    {
        if (session.IsJson)
        {
            JsonDocuments.Write(session.Output, JsonPlan.Create(plan, settings));
        }
        else
        {
            WriteTables(session, plan, settings);
        }
        session.Note("dry run: nothing was trained, nothing written");
    }

    // A method of its own: the library behind tables is loaded with the first method that names it.
    private static void WriteTables(Session session, Plan<float> plan, IReadOnlyDictionary<string, string> settings)
    {
        new PlanTables(session.Tables()).Write(plan, settings);
        session.Output.Flush();
    }
}
