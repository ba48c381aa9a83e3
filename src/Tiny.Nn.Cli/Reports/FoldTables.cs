using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Reports;

/// <summary>A cross-validation as tables: the folds' measures, and one report on all rows.</summary>
internal sealed class FoldTables(IAnsiConsole console)
{
    internal void Write(CrossValidated validated)
    {
        Page page = new(console);
        CrossValidationResult result = validated.Result;
        page.Write(Summaries(validated));
        if (validated.Baseline is { } linear)
        {
            page.WriteSentence(linear.Verdict);
        }
        if (validated.Note is { } note)
        {
            page.WriteSentence(note);
        }
        page.WriteSentence("The spread is that of the folds, not the error of the mean.");
        new ReportTables(console).Write(result.Pooled[0], "rows out of fold", validated.Shared);
    }

    private static Table Summaries(CrossValidated validated)
    {
        string[] linear = validated.Baseline is { } baseline ? [ReportTables.Heading(baseline.Name)] : [];
        Func<double, string> write = Figures.Of(validated.Result.Pooled[0]);
        Table table = Tables.Create([
            $"{validated.Result.Folds.Count} folds",
            "mean",
            "spread",
            "95 % interval",
            .. linear,
        ]);
        foreach ((int place, MeasureSummary summary) in validated.Result.Summaries.Index())
        {
            string[] other = validated.Linear is { } beside ? [write(beside.Summaries[place].Mean)] : [];
            table.AddCells([
                summary.Name,
                write(summary.Mean),
                write(summary.StandardDeviation),
                Figures.Interval(summary.Interval, write),
                .. other,
            ]);
        }
        return table;
    }
}
