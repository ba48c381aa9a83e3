using System.Xml.Linq;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>Two axes and what is drawn between them. Its colours are those of the page it stands in.</summary>
internal sealed class Plot
{
    internal const double Width = 400;
    internal const double Height = 280;

    private const double LegendHeight = 24;
    private const double LegendRow = 16;

    private readonly PlotFrame frame;
    private readonly Axis x;
    private readonly Axis y;
    private readonly List<XElement> marks = [];
    private readonly List<XElement> legend = [];
    private double legendEnd;
    private double legendTop;

    /// <summary>1 where each tick below the plot has room for its number, 2 where every other has, and so on.</summary>
    private readonly int labelledTick;

    /// <summary>Where the legend's mark stands, and its text behind it; between two entries there is a gap.</summary>
    private const double LegendMark = 28;
    private const double LegendGap = 18;

    internal Plot(Axis x, Axis y, PlotFrame? frame = null)
    {
        this.frame = frame ?? new PlotFrame(Width, Height);
        this.x = x;
        this.y = y;
        double left = LeftOf(y);
        double widest = x.Ticks.Values.Max(tick => TextWidth.Of(x.Text(tick)));
        X = new Scale(x.Low, x.High, left, this.frame.Width - Math.Max(16, widest / 2));
        labelledTick = (int)Math.Ceiling((widest + 8) / (X.At(x.Low + x.Ticks.Step) - X.From));
        legendTop = this.frame.LegendTop;
        double top = legendTop + LegendHeight + 8 + LegendRow * (this.frame.LegendRows - 1);
        Y = new Scale(y.Low, y.High, this.frame.Height - 44, top);
        legendEnd = left;
    }

    /// <summary>How many rows a legend of these texts has beside such an axis.</summary>
    internal static int LegendRows(Axis y, double width, IEnumerable<string> texts)
    {
        (int rows, double end) = (0, double.MaxValue);
        foreach (string text in texts)
        {
            double length = LegendMark + TextWidth.Of(text);
            (rows, end) = end + length > width ? (rows + 1, LeftOf(y)) : (rows, end);
            end += length + LegendGap;
        }
        return rows;
    }

    /// <summary>Where a value of either axis is drawn.</summary>
    internal (double X, double Y) Place(double valueX, double valueY) =>
        (X.At(x.Measure.Forward(valueX)), Y.At(y.Measure.Forward(valueY)));

    /// <summary>From left to right.</summary>
    internal Scale X { get; }

    /// <summary>From the bottom to the top.</summary>
    internal Scale Y { get; }

    internal Plot With(params IEnumerable<XElement> more)
    {
        marks.AddRange(more);
        return this;
    }

    /// <summary>Says what a mark means; the mark is drawn at the place given, 22 wide.</summary>
    internal Plot Explain(string text, Func<double, double, XElement> sample)
    {
        double length = LegendMark + TextWidth.Of(text);
        if (legendEnd > X.From && legendEnd + length > frame.Width)
        {
            (legendEnd, legendTop) = (X.From, legendTop + LegendRow);
        }
        legend.Add(sample(legendEnd, legendTop + 12));
        legend.Add(Shapes.Text(legendEnd + LegendMark, legendTop + 16, "start", text));
        legendEnd += length + LegendGap;
        return this;
    }

    /// <param name="description">What it shows, for those who cannot see it.</param>
    internal XElement ToSvg(string description) =>
        Shapes.Drawing(frame.Width, frame.Height, description, [.. Grid(), .. marks, .. Titles(), .. legend]);

    private static double LeftOf(Axis y) => 30 + y.Ticks.Values.Max(tick => TextWidth.Of(y.Text(tick)));

    private IEnumerable<XElement> Grid()
    {
        foreach ((int i, double tick) in x.Ticks.Values.Index())
        {
            double place = X.At(tick);
            yield return Shapes.Line("grid", place, Y.From, place, Y.To);
            if (i % labelledTick == 0)
            {
                yield return Shapes.Text(place, Y.From + 16, "middle", x.Text(tick));
            }
        }
        foreach (double tick in y.Ticks.Values)
        {
            double place = Y.At(tick);
            yield return Shapes.Line("grid", X.From, place, X.To, place);
            yield return Shapes.Text(X.From - 6, place + 4, "end", y.Text(tick));
        }
        yield return Shapes.Line("axis", X.From, Y.From, X.To, Y.From);
        yield return Shapes.Line("axis", X.From, Y.From, X.From, Y.To);
    }

    private IEnumerable<XElement> Titles()
    {
        yield return Shapes.Text((X.From + X.To) / 2, frame.Height - 8, "middle", x.Title);
        double middle = (Y.From + Y.To) / 2;
        XElement upright = Shapes.Text(12, middle, "middle", y.Title);
        upright.Add(Markup.Attribute("transform", $"rotate(-90 12 {Markup.Number(middle)})"));
        yield return upright;
    }
}
