using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>A place on the axis that matters: a thin line from the bottom to the top, with a ring around a point of it.</summary>
internal sealed record Guide(string Id, string Label, double X, double Y) : ChartLayer(Id, Label, Style: 7)
{
    internal override string TypedSample => "o";

    internal override IEnumerable<XElement> Draw(Plot plot)
    {
        (double x, double y) = plot.Place(X, Y);
        if (double.IsFinite(x))
        {
            yield return Shapes.Line("guide", x, plot.Y.From, x, plot.Y.To);
        }
        if (double.IsFinite(x) && double.IsFinite(y))
        {
            yield return Shapes.Circle("ring", x, Math.Clamp(y, plot.Y.To, plot.Y.From), 5);
        }
    }

    internal override XElement Sample(double x, double y) => Shapes.Circle("ring", x + 14, y, 5);

    internal override void Type(BrailleCanvas canvas) => canvas.Letter('o', Style, X, Y);

    internal override JsonObject ToJson()
    {
        JsonObject layer = Described("point");
        layer["points"] = JsonPicture.Points([(X, Y)]);
        return layer;
    }
}
