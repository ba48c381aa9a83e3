using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Formulas;

/// <summary>A text over the lines of a network, on a plate of its own: no line runs through a number and looks like a decimal point.</summary>
internal static class NetworkLabel
{
    private const double Height = 13;
    private const double Margin = 1;

    /// <summary>How much smaller its letters are than those that widths are known of.</summary>
    private const double Size = 10.0 / 11;

    /// <param name="x">Its middle.</param>
    /// <param name="y">Its base line.</param>
    /// <param name="text">The text.</param>
    internal static IEnumerable<XElement> At(double x, double y, string text)
    {
        double width = Size * TextWidth.Of(text) + 2 * Margin;
        yield return Shapes.Box("plate", x - width / 2, y - Height + 3, width, Height);
        yield return Shapes.Text(x, y, "middle", text).Of("label");
    }
}
