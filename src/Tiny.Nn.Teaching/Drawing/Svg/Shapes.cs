using System.Xml.Linq;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>What drawings are made of. A class tells the page's style what a shape is; none has a colour of its own.</summary>
internal static class Shapes
{
    /// <param name="width">How wide its coordinates are; on the page it is as wide as there is room.</param>
    /// <param name="height">How high.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="content">Its shapes, the lowest first.</param>
    internal static XElement Drawing(double width, double height, string description, IEnumerable<XElement> content) =>
        Markup.Element(
            "svg",
            [
                Markup.Attribute("viewBox", $"0 0 {Markup.Number(width)} {Markup.Number(height)}"),
                Markup.Attribute("role", "img"),
                Markup.Attribute("aria-label", description),
                .. content,
            ]
        );

    internal static XElement Line(string kind, double x1, double y1, double x2, double y2) =>
        Markup.Element(
            "line",
            Markup.Class(kind),
            Markup.Attribute("x1", x1),
            Markup.Attribute("y1", y1),
            Markup.Attribute("x2", x2),
            Markup.Attribute("y2", y2)
        );

    internal static XElement Curve(string kind, IEnumerable<(double X, double Y)> places) =>
        Markup.Element(
            "polyline",
            Markup.Class(kind),
            Markup.Attribute(
                "points",
                string.Join(' ', places.Select(place => $"{Markup.Number(place.X)},{Markup.Number(place.Y)}"))
            )
        );

    internal static XElement Circle(string kind, double x, double y, double radius) =>
        Markup.Element(
            "circle",
            Markup.Class(kind),
            Markup.Attribute("cx", x),
            Markup.Attribute("cy", y),
            Markup.Attribute("r", radius)
        );

    internal static XElement Box(string kind, double x, double y, double width, double height) =>
        Markup.Element(
            "rect",
            Markup.Class(kind),
            Markup.Attribute("x", x),
            Markup.Attribute("y", y),
            Markup.Attribute("width", width),
            Markup.Attribute("height", height)
        );

    /// <param name="x">Where it is anchored.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="anchor">What is anchored there: start, middle or end.</param>
    /// <param name="text">The text.</param>
    internal static XElement Text(double x, double y, string anchor, string text) =>
        Markup.Element(
            "text",
            Markup.Attribute("x", x),
            Markup.Attribute("y", y),
            Markup.Attribute("text-anchor", anchor),
            text
        );

    /// <summary>The shape, with a text that shows where the pointer rests on it.</summary>
    internal static XElement Saying(this XElement shape, string text)
    {
        shape.AddFirst(Markup.Element("title", text));
        return shape;
    }

    /// <summary>Gives a shape a class.</summary>
    internal static XElement Of(this XElement shape, string kind)
    {
        shape.Add(Markup.Class(kind));
        return shape;
    }
}
