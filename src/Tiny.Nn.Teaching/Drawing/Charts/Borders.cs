using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>Lines between regions, as short pieces, or where a surface has one height.</summary>
internal sealed record Borders(
    string Id,
    string Label,
    IReadOnlyList<((double X, double Y) From, (double X, double Y) To)> Pieces
) : ChartLayer(Id, Label, Style: 7)
{
    /// <summary>border, or faint where lines lie on the lines.</summary>
    internal string Kind { get; init; } = "border";

    internal override string TypedSample => TypedStyle.Line(0);

    internal override IEnumerable<XElement> Draw(Plot plot)
    {
        if (Pieces.Count == 0)
        {
            yield break;
        }
        IEnumerable<string> lines = Pieces.Select(
            (piece, i) =>
            {
                (double x1, double y1) = plot.Place(piece.From.X, piece.From.Y);
                (double x2, double y2) = plot.Place(piece.To.X, piece.To.Y);
                bool goesOn = i > 0 && Pieces[i - 1].To == piece.From;
                string start = goesOn ? "" : $"M{Markup.Number(x1)} {Markup.Number(y1)}";
                return $"{start}L{Markup.Number(x2)} {Markup.Number(y2)}";
            }
        );
        yield return Markup.Element("path", Markup.Class(Kind), Markup.Attribute("d", string.Concat(lines)));
    }

    internal override XElement Sample(double x, double y) => Shapes.Line(Kind, x, y, x + 22, y);

    internal override void Type(BrailleCanvas canvas)
    {
        // Where a letter tells the region its edge is seen without a line.
    }

    internal override JsonObject ToJson()
    {
        JsonObject layer = Described("pieces");
        layer["points"] = JsonPicture.Points(Pieces.SelectMany(piece => new[] { piece.From, piece.To }));
        return layer;
    }
}
