using System.Xml.Linq;

namespace Tiny.Nn.Cli.Rendering.Svg;

/// <summary>Two axes and what is drawn between them. Its colours are those of the page it stands in.</summary>
internal sealed class Plot
{
    internal const double Width = 400;
    internal const double Height = 280;

    private const double LetterWidth = 6.2;
    private const double LegendHeight = 24;

    private readonly Axis x;
    private readonly Axis y;
    private readonly List<XElement> marks = [];
    private readonly List<XElement> legend = [];
    private double legendEnd;

    /// <summary>1 where each tick below the plot has room for its number, 2 where every other has, and so on.</summary>
    private readonly int labelledTick;

    internal Plot(Axis x, Axis y)
    {
        this.x = x;
        this.y = y;
        double left = 30 + LetterWidth * y.Ticks.Values.Max(tick => y.Ticks.Text(tick).Length);
        double widest = LetterWidth * x.Ticks.Values.Max(tick => x.Ticks.Text(tick).Length);
        X = new Scale(x.Low, x.High, left, Width - Math.Max(16, widest / 2));
        labelledTick = (int)Math.Ceiling((widest + 8) / (X.At(x.Low + x.Ticks.Step) - X.From));
        Y = new Scale(y.Low, y.High, Height - 44, LegendHeight + 8);
        legendEnd = left;
    }

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
        legend.Add(sample(legendEnd, 12));
        legend.Add(Shapes.Text(legendEnd + 28, 16, "start", text));
        legendEnd += 28 + LetterWidth * text.Length + 18;
        return this;
    }

    /// <param name="description">What it shows, for those who cannot see it.</param>
    internal XElement ToSvg(string description) =>
        Shapes.Drawing(Width, Height, description, [.. Grid(), .. marks, .. Titles(), .. legend]);

    private IEnumerable<XElement> Grid()
    {
        foreach ((int i, double tick) in x.Ticks.Values.Index())
        {
            double place = X.At(tick);
            yield return Shapes.Line("grid", place, Y.From, place, Y.To);
            if (i % labelledTick == 0)
            {
                yield return Shapes.Text(place, Y.From + 16, "middle", x.Ticks.Text(tick));
            }
        }
        foreach (double tick in y.Ticks.Values)
        {
            double place = Y.At(tick);
            yield return Shapes.Line("grid", X.From, place, X.To, place);
            yield return Shapes.Text(X.From - 6, place + 4, "end", y.Ticks.Text(tick));
        }
        yield return Shapes.Line("axis", X.From, Y.From, X.To, Y.From);
        yield return Shapes.Line("axis", X.From, Y.From, X.From, Y.To);
    }

    private IEnumerable<XElement> Titles()
    {
        yield return Shapes.Text((X.From + X.To) / 2, Height - 8, "middle", x.Title);
        double middle = (Y.From + Y.To) / 2;
        XElement upright = Shapes.Text(12, middle, "middle", y.Title);
        upright.Add(Markup.Attribute("transform", $"rotate(-90 12 {Markup.Number(middle)})"));
        yield return upright;
    }
}
