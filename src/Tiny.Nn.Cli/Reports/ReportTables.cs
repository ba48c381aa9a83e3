using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A report as tables, with sentences below them that say what the numbers do not.</summary>
internal sealed class ReportTables(IAnsiConsole console)
{
    private readonly Page page = new(console);

    /// <param name="report">What to show.</param>
    /// <param name="rows">What the rows are: "test rows", say.</param>
    /// <param name="shared">Rows of them that the model may know by heart; null where nobody looked.</param>
    internal void Write(Report report, string rows, SharedRows? shared)
    {
        WriteMeasures(report, rows);
        foreach (BaselineResult baseline in report.Baselines)
        {
            page.WriteSentence(baseline.Verdict);
        }
        if (report is ClassReport classes)
        {
            new ClassTables(page).Write(classes);
        }
        foreach (string note in report.Notes)
        {
            page.WriteSentence(note);
        }
        if (shared is { Count: > 0 })
        {
            page.WriteSentence(Describe(shared));
        }
    }

    /// <summary>What it means that rows are on both sides.</summary>
    internal static string Describe(SharedRows shared) =>
        $"{shared.Count} of {shared.Judged} rows that judge have the same features as a row that the model learned from, "
        + $"{shared.SameTarget} the same target too: it may know them by heart, and the report may flatter.";

    /// <summary>What tells a baseline from the others: its whole name is in the sentence below the table, which has to be narrow.</summary>
    internal static string Heading(string baseline) =>
        baseline switch
        {
            "majority class" => "majority",
            "training mean" => "mean",
            "linear model" => "linear",
            _ => baseline,
        };

    private void WriteMeasures(Report report, string rows)
    {
        Table table = Tables.Create([
            $"{report.Rows} {rows}",
            "model",
            "95 % interval",
            .. report.Baselines.Select(baseline => Heading(baseline.Name)),
        ]);
        Func<double, string> write = Figures.Of(report);
        foreach ((int place, Measure measure) in report.Measures.Index())
        {
            IEnumerable<string> others = report.Baselines.Select(baseline =>
                write(baseline.Report.Measures[place].Value)
            );
            table.AddCells([measure.Name, write(measure.Value), Figures.Interval(measure.Interval, write), .. others]);
        }
        page.Write(table);
    }
}
