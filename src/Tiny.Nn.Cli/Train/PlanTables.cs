using System.Globalization;
using Spectre.Console;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Train;

/// <summary>A plan as tables: what the columns are, what they become, and what would be trained on how many rows.</summary>
internal sealed class PlanTables(IAnsiConsole console)
{
    internal void Write(Table<float> table, Plan plan, IReadOnlyDictionary<string, string> settings)
    {
        Spectre.Console.Table schema = Tables.CreateTexts("feature", "kind", "becomes");
        foreach (Feature feature in plan.Encoding.Schema)
        {
            schema.AddCells(
                feature.Name,
                feature.Kind,
                string.Join("; ", EncodingSummary.Parts(plan.Encoding, feature).Select(part => part.Description))
            );
        }
        console.Write(schema);
        Spectre.Console.Table facts = Tables.CreateFacts("plan");
        facts.AddCells("target", table.Target!.Name);
        facts.AddCells("task", JsonDocuments.Task(plan.Kind));
        facts.AddCells("network", plan.Architecture.ToString());
        facts.AddCells("parameters", Count(plan.Architecture.ParameterCount));
        facts.AddCells("loss", plan.Loss);
        facts.AddCells("training rows", Count(plan.TrainingRows));
        facts.AddCells("validation rows", Count(plan.ValidationRows));
        facts.AddCells("test rows", Count(plan.TestRows));
        console.Write(facts);
        Spectre.Console.Table given = Tables.CreateFacts("setting");
        foreach ((string name, string value) in settings)
        {
            given.AddCells(name, value);
        }
        console.Write(given);
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
