using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Results;

/// <summary>
/// A report as one page for a browser: it asks for nothing from anywhere, runs nothing, and is HTML and XML at once. No clock and no
/// machine: the same run gives the same bytes.
/// </summary>
internal static class HtmlReport
{
    internal static void Write(ReportPage report, Stream stream) => PageShell.Write(Create(report), stream);

    private static XElement Create(ReportPage report) =>
        PageShell.Create(
            report.Language.Code(),
            report.Title,
            new PageMeans(PageStyle.Text),
            [
                Markup.Element("header", Markup.Element("h1", report.Title), PageResult.Head(report.Head)),
                .. PageResult.Create(report.Parts, report.Language),
            ]
        );
}
