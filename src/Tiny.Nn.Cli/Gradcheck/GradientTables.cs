using System.Globalization;
using Spectre.Console;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Gradients;

namespace Tiny.Nn.Cli.Gradcheck;

/// <summary>A gradient check on a terminal.</summary>
internal sealed class GradientTables(IAnsiConsole console, Language language)
{
    /// <param name="check">What was found.</param>
    /// <param name="most">How many parameters to show, the worst first; null for all, as they lie in the network.</param>
    internal void Write(CheckedGradient check, int? most)
    {
        Page page = new(console);
        page.WriteSentence(GradientCaptions.Explanation.In(language));
        Table table = Tables.Create(
            GradientCaptions.Parameter.In(language),
            GradientCaptions.Analytic.In(language),
            GradientCaptions.Numeric.In(language),
            GradientCaptions.Error.In(language),
            GradientCaptions.Note.In(language)
        );
        table.Columns[^1].Alignment = Justify.Left;
        GradientComparison[] shown = [.. most is { } count ? check.WorstFirst.Take(count) : check.Report.Comparisons];
        foreach (GradientComparison comparison in shown)
        {
            table.AddCells(
                check.NameOf(comparison),
                Number(comparison.Analytic),
                Number(comparison.Numeric),
                Error(comparison.RelativeError),
                NoteOn(check, comparison)
            );
        }
        page.Write(table);
        if (shown.Length < check.Report.Comparisons.Count)
        {
            page.WriteSentence(Fill(GradientCaptions.More, check.Report.Comparisons.Count - shown.Length));
        }
        page.WriteSentence(
            Fill(
                check.Agrees ? GradientCaptions.Agree : GradientCaptions.Disagree,
                check.Report.Comparisons.Count,
                check.Report.Kinks,
                Error(check.Report.LargestRelativeError),
                Error(check.Tolerance)
            )
        );
    }

    private string NoteOn(CheckedGradient check, GradientComparison comparison) =>
        comparison.AtKink ? GradientCaptions.Kink.In(language)
        : check.IsWrong(comparison) ? GradientCaptions.Wrong.In(language)
        : "";

    private string Fill(Caption caption, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, caption.In(language), values);

    private static string Number(double number) => number.ToString("G10", CultureInfo.InvariantCulture);

    private static string Error(double number) => number.ToString("0.0e0", CultureInfo.InvariantCulture);
}
