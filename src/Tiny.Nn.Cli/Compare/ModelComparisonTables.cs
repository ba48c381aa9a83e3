using System.Globalization;
using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing;

namespace Tiny.Nn.Cli.Compare;

/// <summary>Two models side by side, as a table.</summary>
internal sealed class ModelComparisonTables(IAnsiConsole console)
{
    internal void Write(ModelComparison duel)
    {
        Table table = Tables.Create(
            $"{duel.FirstReport.Rows} rows",
            duel.First.Path,
            duel.Second.Path,
            "difference",
            "95 % interval",
            "p"
        );
        foreach ((Measure first, Measure second, Comparison? tested) in duel.Measures)
        {
            table.AddCells(
                first.Name,
                Number(first.Value),
                Number(second.Value),
                Number(first.Value - second.Value),
                tested is null ? "" : $"{Number(tested.Difference.Lower)} to {Number(tested.Difference.Upper)}",
                tested?.PValue is { } p ? Number(p) : ""
            );
        }
        console.Write(table);
        if (duel.Rows is { } rows)
        {
            Table right = Tables.Create("McNemar's test", "rows");
            right.AddCells($"only {duel.First.Path} is right", Count(rows.OnlyFirst));
            right.AddCells($"only {duel.Second.Path} is right", Count(rows.OnlySecond));
            right.AddCells("both are, or neither", Count(rows.Count - rows.OnlyFirst - rows.OnlySecond));
            console.Write(right);
        }
        console.WriteLine(TerminalEscape.Line(duel.Verdict));
    }

    private static string Number(double number) =>
        double.IsFinite(number) ? number.ToString("0.0000", CultureInfo.InvariantCulture) : "–";

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
