using System.Globalization;
using System.Xml.Linq;

namespace Tiny.Nn.Cli.Tests.Plots;

/// <summary>A chart read back from its drawing: places become values again by the numbers at its ticks.</summary>
internal sealed class Drawn
{
    private readonly XElement chart;
    private readonly (double Place, double Value)[] x;
    private readonly (double Place, double Value)[] y;

    private Drawn(XElement chart)
    {
        this.chart = chart;
        x = Ticks("middle", "x");
        y = Ticks("end", "y");
    }

    /// <summary>The charts of a file, in its order.</summary>
    internal static Drawn[] All(string svg)
    {
        XElement root = XDocument.Parse(svg).Root!;
        Assert.That(root.Name.NamespaceName, Is.EqualTo("http://www.w3.org/2000/svg"));
        return
        [
            .. root.Elements().Where(element => element.Name.LocalName == "svg").Select(element => new Drawn(element)),
        ];
    }

    /// <summary>All that is written on it.</summary>
    internal string[] Texts => [.. Of("text").Select(text => text.Value)];

    /// <summary>The values of all points of the lines of a style, in order.</summary>
    internal (double X, double Y)[] Line(int style) =>
        [
            .. Of("polyline")
                .Where(line => (string?)line.Attribute("class") == $"line s{style}")
                .SelectMany(line => ((string)line.Attribute("points")!).Split(' '))
                .Select(point => point.Split(','))
                .Select(pair => (Value(x, Number(pair[0])), Value(y, Number(pair[1]) + 4))),
        ];

    /// <summary>How many shapes of such a kind there are, those of the legend included.</summary>
    internal int Count(string kind) => chart.Descendants().Count(shape => (string?)shape.Attribute("class") == kind);

    private IEnumerable<XElement> Of(string name) =>
        chart.Descendants().Where(element => element.Name.LocalName == name);

    private (double, double)[] Ticks(string anchor, string direction) =>
        [
            .. Of("text")
                .Where(text => (string?)text.Attribute("text-anchor") == anchor && text.Attribute("transform") is null)
                .Where(text => double.TryParse(text.Value, CultureInfo.InvariantCulture, out _))
                .Select(text => (Number((string)text.Attribute(direction)!), Number(text.Value))),
        ];

    private static double Value((double Place, double Value)[] ticks, double place)
    {
        ((double firstPlace, double first), (double lastPlace, double last)) = (ticks[0], ticks[^1]);
        return first + (place - firstPlace) / (lastPlace - firstPlace) * (last - first);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
