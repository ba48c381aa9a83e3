using System.CommandLine;
using System.Text.Json.Nodes;
using Spectre.Console;
using Tiny.Nn.Cli.Data;
using Tiny.Nn.Cli.Flags;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Tables;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Check;

/// <summary><c>tinynn check data.csv</c>: what is odd about data, before anything is learned from it.</summary>
internal sealed class CheckCommand
{
    private const int MostLevelsShown = 5;

    private readonly Argument<string> data = new("data") { Description = "A CSV file, or - for stdin." };
    private readonly Option<string?> target = new("--target")
    {
        Description = "The column to be predicted: its name, or its number from 1 on.",
    };
    private readonly DataOptions dataOptions = new();

    private CheckCommand() { }

    internal static Command Create()
    {
        CheckCommand check = new();
        ExampledCommand command = new(
            "check",
            "Looks for what is odd about a CSV file, and trains nothing.",
            [
                "tinynn check iris.csv",
                "tinynn check iris.csv --target species",
                "cat iris.csv | tinynn check - --target species --json > findings.json",
            ]
        );
        command.Arguments.Add(check.data);
        IEnumerable<Option> options =
        [
            check.target,
            .. check.dataOptions.All,
            SharedOptions.Json,
            SharedOptions.Quiet,
            SharedOptions.NoColor,
            SharedOptions.Debug,
        ];
        command.Add(options);
        command.SetAction(check.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        Session session = new(parsed);
        Table<float> table = DataSource.Check(
            parsed.GetRequiredValue(data),
            dataOptions.Read(parsed, parsed.GetValue(target))
        );
        if (session.IsJson)
        {
            JsonObject document = JsonDocuments.Create("check");
            document["data"] = table.Source;
            document["rows"] = table.Rows;
            document["target"] = table.Target?.Name;
            document["columns"] = JsonFindings.Columns(table.Schema);
            document["ignored"] = JsonDocuments.Texts(table.Ignored);
            document["findings"] = JsonFindings.Create(table.Findings);
            JsonDocuments.Write(session.Output, document);
        }
        else
        {
            Show(session.Tables(), table);
        }
        return ExitCode.Success;
    }

    private static void Show(IAnsiConsole console, Table<float> table)
    {
        Spectre.Console.Table columns = Tables.CreateTexts("column", "kind", "levels");
        foreach (Feature feature in table.Schema)
        {
            columns.AddCells(feature.Name, feature.Kind, Levels(feature));
        }
        console.Write(columns);
        if (table.Findings.Count == 0)
        {
            console.WriteLine($"Nothing odd was found in {table.Rows} rows.");
            return;
        }
        Spectre.Console.Table findings = Tables.CreateTexts("finding", "column", "evidence");
        foreach (Finding finding in table.Findings)
        {
            findings.AddCells(JsonFindings.Kind(finding), finding.Column ?? "", AdviceWords.Evidence(finding));
        }
        console.Write(findings);
    }

    private static string Levels(Feature feature)
    {
        IReadOnlyList<string> levels = (feature as CategoryFeature)?.Levels ?? [];
        string more = levels.Count > MostLevelsShown ? $", … ({levels.Count})" : "";
        return string.Join(", ", levels.Take(MostLevelsShown)) + more;
    }
}
