using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Html;

/// <summary>What every page is built of.</summary>
internal static class PageParts
{
    internal static XElement Section(string title, params IEnumerable<object> content) =>
        Markup.Element("section", [Markup.Element("h2", title), .. content]);

    internal static XElement Paragraph(string text) => Markup.Element("p", text);

    internal static XElement Charts(params IEnumerable<XElement> figures) =>
        Markup.Element("div", [Markup.Class("charts"), .. figures]);

    internal static XElement Figure(string title, XElement drawing) =>
        Markup.Element("figure", Markup.Element("figcaption", title), drawing);
}
