using System.Xml.Linq;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Reports;

/// <summary>The part of a page that says what the folds of a cross-validation came to.</summary>
internal static class FoldSections
{
    internal static XElement Create(CrossValidated validated) =>
        PageParts.Section(
            "Cross-validation",
            [
                PageParts.Paragraph(
                    $"{validated.Result.Folds.Count} folds: each row was judged by a model that had not seen it. "
                        + "The model that was saved is another one, which learned from all rows."
                ),
                .. validated.Baseline is { } linear ? [ReportSections.Verdict(linear)] : (XElement[])[],
                .. validated.Note is { } note ? [PageParts.Paragraph(note)] : (XElement[])[],
                Summaries(validated),
                Markup.Element(
                    "p",
                    Markup.Class("small"),
                    "The spread is the standard deviation of the folds, not the error of the mean."
                ),
            ]
        );

    private static XElement Summaries(CrossValidated validated)
    {
        HtmlTable table = new([
            new TextHeading("measure"),
            new NumberHeading("mean"),
            new NumberHeading("spread"),
            new NumberHeading("95 % interval"),
            .. validated.Linear is null ? (Heading[])[] : [new NumberHeading("linear model")],
        ]);
        foreach ((int place, MeasureSummary summary) in validated.Result.Summaries.Index())
        {
            table.Add([
                summary.Name,
                PageNumbers.Of(summary.Mean),
                PageNumbers.Of(summary.StandardDeviation),
                PageNumbers.Of(summary.Interval),
                .. validated.Linear is { } linear ? [PageNumbers.Of(linear.Summaries[place].Mean)] : (string[])[],
            ]);
        }
        return table.ToElement();
    }
}
