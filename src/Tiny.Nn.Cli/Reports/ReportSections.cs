using System.Xml.Linq;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Reports;

/// <summary>The parts of a page that say how good a model is.</summary>
internal static class ReportSections
{
    /// <summary>More classes than this make a matrix that nobody can read.</summary>
    private const int LargestMatrix = 30;

    internal static IEnumerable<XElement> Create(ReportContent content)
    {
        if (content.Report is not { } report)
        {
            yield return PageParts.Section(
                "Result",
                PageParts.Paragraph("No rows were set aside, so nothing is known of how good it is.")
            );
            yield break;
        }
        if (content.Folds is { } folds)
        {
            yield return FoldSections.Create(folds);
        }
        string title = content.Folds is null ? "Result" : "All rows together, each out of its fold";
        yield return PageParts.Section(title, [.. Verdicts(report), Measures(report)]);
        if (report is ClassReport classes)
        {
            yield return PageParts.Section("Classes", [PageParts.Charts(ClassCharts(classes)), PerClass(classes)]);
        }
        if (content.Predictions is NumberPredictions numbers)
        {
            yield return PageParts.Section(
                "Predictions",
                PageParts.Charts(
                    PageParts.Figure("Predicted and actual", NumberCharts.Scatter(numbers)),
                    PageParts.Figure("Residuals", NumberCharts.Residuals(numbers))
                )
            );
        }
    }

    internal static XElement Verdict(BaselineResult baseline)
    {
        XElement verdict = PageParts.Paragraph(baseline.Verdict);
        verdict.Add(Markup.Class(baseline.Judgement == Judgement.Better ? "verdict good" : "verdict"));
        return verdict;
    }

    private static IEnumerable<XElement> Verdicts(Report report)
    {
        foreach (BaselineResult baseline in report.Baselines)
        {
            yield return Verdict(baseline);
        }
        foreach (string note in report.Notes)
        {
            yield return PageParts.Paragraph(note);
        }
    }

    private static XElement Measures(Report report)
    {
        HtmlTable table = new([
            new TextHeading("measure"),
            new NumberHeading("model"),
            new NumberHeading("95 % interval"),
            .. report.Baselines.Select(baseline => new NumberHeading(baseline.Name)),
        ]);
        foreach (Measure measure in report.Measures)
        {
            string better = measure.Direction == Direction.LargerIsBetter ? "↑" : "↓";
            IEnumerable<string> others = report.Baselines.Select(baseline =>
                PageNumbers.Of(baseline.Report.Measures.FirstOrDefault(other => other.Name == measure.Name)?.Value)
            );
            table.Add([
                $"{measure.Name}\u00A0{better}",
                PageNumbers.Of(measure.Value),
                PageNumbers.Of(measure.Interval),
                .. others,
            ]);
        }
        return Markup.Element(
            "div",
            table.ToElement(),
            Markup.Element(
                "p",
                Markup.Class("small"),
                "↑ larger is better, ↓ smaller is better, – not defined or without an interval."
            )
        );
    }

    private static IEnumerable<XElement> ClassCharts(ClassReport report)
    {
        if (report.Classes.Count <= LargestMatrix)
        {
            yield return PageParts.Figure(
                "Confusion matrix",
                new HeatCells(report.Classes, (actual, predicted) => report.Confusion[actual, predicted]).Draw(
                    "actual",
                    "predicted",
                    "Rows of each actual class by predicted class"
                )
            );
        }
        yield return PageParts.Figure("Calibration", CalibrationChart.Draw(report.Calibration));
    }

    private static XElement PerClass(ClassReport report)
    {
        HtmlTable table = new(
            new TextHeading("class"),
            new NumberHeading("precision"),
            new NumberHeading("95 % interval"),
            new NumberHeading("recall"),
            new NumberHeading("95 % interval"),
            new NumberHeading("F1"),
            new NumberHeading("rows")
        );
        foreach (ClassResult result in report.PerClass)
        {
            table.Add(
                result.Name,
                PageNumbers.Of(result.Scores.Precision),
                PageNumbers.Of(result.PrecisionInterval),
                PageNumbers.Of(result.Scores.Recall),
                PageNumbers.Of(result.RecallInterval),
                PageNumbers.Of(result.Scores.F1),
                PageNumbers.Of(result.Support)
            );
        }
        return table.ToElement();
    }
}
