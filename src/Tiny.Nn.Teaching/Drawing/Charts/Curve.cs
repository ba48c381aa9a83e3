using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>A line through points; a point that is no number interrupts it.</summary>
internal sealed record Curve(string Id, string Label, int Style, IReadOnlyList<(double X, double Y)> Points)
    : ChartLayer(Id, Label, Style)
{
    /// <summary>A marker on every so manyth point; 0 for none. The first ones differ from style to style, so that none hides another.</summary>
    internal int MarkEvery { get; init; }

    internal override string TypedSample => TypedStyle.Line(Style);

    internal override IEnumerable<XElement> Draw(Plot plot)
    {
        // What lies beyond the axis is drawn at its end.
        (double X, double Y)[] places =
        [
            .. Points
                .Select(point => plot.Place(point.X, point.Y))
                .Select(place => (place.X, Math.Clamp(place.Y, plot.Y.To, plot.Y.From))),
        ];
        List<(double X, double Y)> piece = [];
        foreach ((double X, double Y) place in places.Append((double.NaN, double.NaN)))
        {
            if (double.IsFinite(place.X) && double.IsFinite(place.Y))
            {
                piece.Add(place);
            }
            else if (piece.Count > 0)
            {
                yield return Shapes.Curve($"line {StyleClass}", piece);
                piece.Clear();
            }
        }
        if (MarkEvery > 0)
        {
            int first = Style * MarkEvery / PictureStyle.Count;
            for (int i = first % Math.Max(1, places.Length); i < places.Length; i += MarkEvery)
            {
                if (double.IsFinite(places[i].X) && double.IsFinite(places[i].Y))
                {
                    yield return Markers.Draw("hollow", Style, places[i].X, places[i].Y, 3.5);
                }
            }
        }
    }

    internal override XElement Sample(double x, double y) =>
        MarkEvery == 0
            ? Shapes.Line($"line {StyleClass}", x, y, x + 22, y)
            : Markup.Element(
                "g",
                Shapes.Line($"line {StyleClass}", x, y, x + 22, y),
                Markers.Draw("hollow", Style, x + 11, y, 3.5)
            );

    internal override void Type(BrailleCanvas canvas) => canvas.Line(Style, Points);

    internal override JsonObject ToJson()
    {
        JsonObject layer = Described("curve");
        layer["points"] = JsonPicture.Points(Points);
        return layer;
    }
}
