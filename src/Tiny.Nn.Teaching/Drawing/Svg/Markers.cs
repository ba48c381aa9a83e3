using System.Xml.Linq;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>The shapes of markers, one for each style: they differ where colours do not.</summary>
internal static class Markers
{
    /// <summary>Corners on a circle of radius 1, in turns from the right on; none for the circle itself.</summary>
    private static readonly (double Turn, double Radius)[][] Corners =
    [
        [],
        Regular(4, 0.125),
        Regular(3, -0.25),
        Regular(4, 0),
        Star(4, 0.125, 0.35),
        Star(4, 0, 0.35),
        Regular(3, 0.25),
        Star(5, -0.25, 0.45),
    ];

    /// <param name="kind">full, hollow or mark.</param>
    /// <param name="style">Its shape and colour.</param>
    /// <param name="x">Its middle.</param>
    /// <param name="y">Its middle.</param>
    /// <param name="radius">How far it reaches.</param>
    internal static XElement Draw(string kind, int style, double x, double y, double radius)
    {
        int number = style % PictureStyle.Count;
        string name = $"{kind} s{number}";
        (double Turn, double Radius)[] corners = Corners[number];
        if (corners.Length == 0)
        {
            return Shapes.Circle(name, x, y, radius);
        }
        double size = 1.2 * radius;
        IEnumerable<string> places = corners.Select(corner =>
        {
            (double sin, double cos) = Math.SinCos(Math.Tau * corner.Turn);
            double reach = size * corner.Radius;
            return $"{Markup.Number(x + reach * cos)},{Markup.Number(y + reach * sin)}";
        });
        return Markup.Element("polygon", Markup.Class(name), Markup.Attribute("points", string.Join(' ', places)));
    }

    private static (double, double)[] Regular(int corners, double first) =>
        [.. Enumerable.Range(0, corners).Select(i => (first + (double)i / corners, 1.0))];

    private static (double, double)[] Star(int rays, double first, double inner) =>
        [.. Enumerable.Range(0, 2 * rays).Select(i => (first + i / (2.0 * rays), i % 2 == 0 ? 1.0 : inner))];
}
