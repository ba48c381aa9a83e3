using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>A chart as SVG: its name, its notes, the legend, and below them the plot.</summary>
internal static class ChartDrawing
{
    private const double NameHeight = 20;
    private const double NoteHeight = 15;

    internal static XElement Create(Chart chart)
    {
        string[] notes = [.. chart.Notes.SelectMany(note => TextWidth.Wrap(note, chart.Width - 8))];
        double top = NameHeight + NoteHeight * notes.Length;
        ChartLayer[] explained = [.. chart.Explained];
        int rows = Plot.LegendRows(chart.Y, chart.Width, explained.Select(layer => layer.Label));
        double height = chart.Height + top + 24 + 16 * rows;
        Plot plot = new(chart.X, chart.Y, new PlotFrame(chart.Width, height, top, rows));
        foreach (ChartLayer layer in chart.Layers)
        {
            plot.With(layer.Draw(plot));
        }
        foreach (ChartLayer layer in explained)
        {
            plot.Explain(layer.Label, layer.Sample);
        }
        plot.With(Shapes.Text(2, 14, "start", chart.Name).Of("name"));
        plot.With(
            notes
                .Index()
                .Select(n => Shapes.Text(2, NameHeight + 11 + NoteHeight * n.Index, "start", n.Item).Of("note"))
        );
        XElement svg = plot.ToSvg($"{chart.Name}: {chart.Y.Title}, {chart.X.Title}");
        svg.Add(Markup.Attribute("width", chart.Width), Markup.Attribute("height", height));
        return svg;
    }
}
