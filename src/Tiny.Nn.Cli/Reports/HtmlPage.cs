using System.Xml.Linq;
using Tiny.Nn.Cli.Shell;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Html;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Reports;

/// <summary>
/// A report as one page for a browser: it asks for nothing from anywhere, runs nothing, and is HTML and XML at once. No clock and no
/// machine: the same run gives the same bytes.
/// </summary>
internal static class HtmlPage
{
    internal static void Write(ReportContent content, Stream stream) => PageShell.Write(Create(content), stream);

    private static XElement Create(ReportContent content)
    {
        string title = $"{Capital(JsonDocuments.Task(content.Model.Target))} of {content.Model.Target.Name}";
        XElement header = Markup.Element("header", Markup.Element("h1", title), Facts(content));
        return PageShell.Create(
            "en",
            title,
            new PageMeans(PageStyle.Text),
            [
                header,
                .. ReportSections.Create(content),
                .. DiagnosisSection.Create(content.Diagnosis),
                .. ModelSections.Create(content),
                Repeat(content),
            ]
        );
    }

    private static XElement Facts(ReportContent content)
    {
        XElement list = Markup.Element("dl", Markup.Class("facts"));
        foreach ((string name, string value) in content.Facts)
        {
            list.Add(Markup.Element("div", Markup.Element("dt", name), Markup.Element("dd", value)));
        }
        return list;
    }

    private static XElement Repeat(ReportContent content) =>
        PageParts.Section(
            "The same once more",
            Markup.Element("pre", Markup.Element("code", content.Command)),
            Markup.Element(
                "p",
                Markup.Class("small"),
                $"With tinynn {PrintVersion.Version}, the same data and this seed it gives the same model, bit for bit."
            )
        );

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
