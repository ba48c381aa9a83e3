using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>A marker for each point. Its kind tells how it is filled: full or hollow.</summary>
internal sealed record Dots(string Id, string Label, int Style, string Kind, IReadOnlyList<(double X, double Y)> Points)
    : ChartLayer(Id, Label, Style)
{
    private const double Radius = 3.4;

    internal override string TypedSample => TypedStyle.Letter(Style, Kind).ToString();

    internal override IEnumerable<XElement> Draw(Plot plot) =>
        Points
            .Select(point => plot.Place(point.X, point.Y))
            .Where(place => double.IsFinite(place.X) && double.IsFinite(place.Y))
            .Select(place => Markers.Draw(Kind, Style, place.X, place.Y, Radius));

    internal override XElement Sample(double x, double y) => Markers.Draw(Kind, Style, x + 12, y, 4);

    internal override void Type(BrailleCanvas canvas)
    {
        foreach ((double x, double y) in Points)
        {
            canvas.Letter(TypedStyle.Letter(Style, Kind), Style, x, y);
        }
    }

    internal override JsonObject ToJson()
    {
        JsonObject layer = Described("points");
        layer["points"] = JsonPicture.Points(Points);
        return layer;
    }
}
