using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>Words on a chart, each in its place: so a region is known without its colour.</summary>
internal sealed record PlaceNames(string Id, IReadOnlyList<(string Name, double X, double Y)> Places) : ChartLayer(Id, "", 7)
{
    internal override string TypedSample => "";

    internal override IEnumerable<XElement> Draw(Plot plot)
    {
        foreach ((string name, double valueX, double valueY) in Places)
        {
            (double x, double y) = plot.Place(valueX, valueY);
            string text = TextWidth.Shorten(name, 100);
            double half = TextWidth.Of(text) * 0.8;
            double middle = Math.Clamp(
                x,
                plot.X.From + half + 2,
                Math.Max(plot.X.From + half + 2, plot.X.To - half - 2)
            );
            double baseLine = Math.Clamp(y + 5, plot.Y.To + 14, plot.Y.From - 4);
            yield return Shapes.Text(middle, baseLine, "middle", text).Of("region-name");
        }
    }

    internal override XElement Sample(double x, double y) => Shapes.Text(x, y, "start", "");

    internal override void Type(BrailleCanvas canvas)
    {
        // The legend tells the letters.
    }

    internal override JsonObject ToJson()
    {
        JsonObject layer = Described("names");
        layer["names"] = JsonDocuments.Texts(Places.Select(place => place.Name));
        layer["points"] = JsonPicture.Points(Places.Select(place => (place.X, place.Y)));
        return layer;
    }
}
