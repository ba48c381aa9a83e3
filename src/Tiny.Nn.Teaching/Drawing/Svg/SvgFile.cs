using System.Xml.Linq;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>A drawing as a file of its own. Nothing in it is fetched or run; the same numbers give the same bytes.</summary>
internal static class SvgFile
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    internal static void Write(XElement drawing, TextWriter writer)
    {
        XElement named = Named(drawing);
        writer.Write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
        writer.Write(named.ToString(SaveOptions.DisableFormatting).Replace("><", ">\n<", StringComparison.Ordinal));
        writer.Write("\n");
    }

    private static XElement Named(XElement element) =>
        new(
            Svg + element.Name.LocalName,
            element.Attributes(),
            element.Nodes().Select(node => node is XElement inner ? Named(inner) : node)
        );
}
