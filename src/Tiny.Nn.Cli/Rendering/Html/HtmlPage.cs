using System.Text;
using System.Xml;
using System.Xml.Linq;
using Tiny.Nn.Cli.Rendering.Svg;

namespace Tiny.Nn.Cli.Rendering.Html;

/// <summary>
/// A report as one page for a browser: it asks for nothing from anywhere, runs nothing, and is HTML and XML at once. No clock and no
/// machine: the same run gives the same bytes.
/// </summary>
internal static class HtmlPage
{
    private const string Nothing = "default-src 'none'; style-src 'unsafe-inline'";

    internal static void Write(ReportContent content, Stream stream)
    {
        // Without a byte-order mark: the first element says what it is.
        using StreamWriter text = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        text.WriteLine("<!DOCTYPE html>");
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true, NewLineChars = "\n" };
        using (XmlWriter xml = XmlWriter.Create(text, settings))
        {
            Create(content).WriteTo(xml);
        }
        text.WriteLine();
    }

    private static XElement Create(ReportContent content)
    {
        string title = $"{Capital(JsonDocuments.Task(content.Model.Target))} of {content.Model.Target.Name}";
        XElement head = Markup.Element(
            "head",
            Void("meta", ("charset", "utf-8")),
            Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Nothing)),
            Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            Void("meta", ("name", "color-scheme"), ("content", "light dark")),
            Markup.Element("title", title),
            new XElement("style", new XText(PageStyle.Text))
        );
        XElement header = Markup.Element("header", Markup.Element("h1", title), Facts(content));
        XElement body = Markup.Element(
            "body",
            Markup.Element(
                "main",
                [
                    header,
                    .. ReportSections.Create(content),
                    .. DiagnosisSection.Create(content.Diagnosis),
                    .. ModelSections.Create(content),
                    Repeat(content),
                ]
            )
        );
        return Markup.Element("html", Markup.Attribute("lang", "en"), head, body);
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
        ReportSections.Section(
            "The same once more",
            Markup.Element("pre", Markup.Element("code", content.Command)),
            Markup.Element(
                "p",
                Markup.Class("small"),
                $"With tinynn {Commands.PrintVersion.Version}, the same data and this seed it gives the same model, bit for bit."
            )
        );

    private static XElement Void(string name, params IEnumerable<(string Name, string Value)> attributes) =>
        new(name, attributes.Select(attribute => Markup.Attribute(attribute.Name, attribute.Value)));

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
