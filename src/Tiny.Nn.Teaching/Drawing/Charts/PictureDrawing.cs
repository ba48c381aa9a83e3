using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>A picture as SVG: its charts are drawings inside the drawing, row after row.</summary>
internal static class PictureDrawing
{
    private const double Margin = 14;
    private const double Line = 16;

    internal static XElement Create(Picture picture)
    {
        XElement[] drawings = [.. picture.Charts.Select(ChartDrawing.Create)];
        int columns = Math.Min(picture.Columns, drawings.Length);
        double width = picture.Charts.Max(chart => chart.Width);
        string[] notes = [.. picture.Notes.SelectMany(note => TextWidth.Wrap(note, columns * width))];
        double top = Margin + 22 + Line * notes.Length;
        List<XElement> content =
        [
            Markup.Element("style", new XText(PictureStyle.Text)),
            Shapes.Text(Margin, Margin + 14, "start", picture.Title).Of("title"),
            .. notes.Index().Select(n => Shapes.Text(Margin, Margin + 32 + Line * n.Index, "start", n.Item).Of("note")),
        ];
        foreach (XElement[] row in drawings.Chunk(columns))
        {
            foreach ((int column, XElement drawing) in row.Index())
            {
                drawing.Add(
                    Markup.Attribute("x", Margin + column * (width + Margin)),
                    Markup.Attribute("y", top + Margin)
                );
                content.Add(drawing);
            }
            top += Margin + row.Max(drawing => (double)drawing.Attribute("height")!);
        }
        (double right, double bottom) = (Margin + columns * (width + Margin), top + Margin);
        content.Insert(1, Shapes.Box("paper", 0, 0, right, bottom));
        XElement svg = Shapes.Drawing(right, bottom, picture.Title, content);
        svg.Add(Markup.Attribute("width", right), Markup.Attribute("height", bottom));
        return svg;
    }
}
