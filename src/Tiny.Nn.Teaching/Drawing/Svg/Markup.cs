using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>Elements that are HTML and XML at once. Whatever text comes in, it stays text: names in data may hold markup.</summary>
internal static class Markup
{
    /// <summary>An element with a beginning and an end, even where it is empty: HTML knows no other.</summary>
    internal static XElement Element(string name, params IEnumerable<object> content) =>
        new(name, "", content.Select(part => part is string text ? new XText(Clean(text)) : part));

    internal static XAttribute Attribute(string name, string text) => new(name, Clean(text));

    /// <summary>A place or a length of a drawing; more digits than these nobody sees.</summary>
    internal static XAttribute Attribute(string name, double number) => new(name, Number(number));

    internal static XAttribute Class(string name) => new("class", name);

    internal static string Number(double number)
    {
        string text = number.ToString("0.##", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>The text on one line, without the two characters that XML forbids beside those spelt out anyway.</summary>
    internal static string Clean(string text) =>
        new StringBuilder(TerminalEscape.Line(text)).Replace('\uFFFE', '\uFFFD').Replace('\uFFFF', '\uFFFD').ToString();

    /// <summary>The text, or its beginning where it is longer than there is room for.</summary>
    internal static string Short(string text, int most)
    {
        StringInfo letters = new(Clean(text));
        return letters.LengthInTextElements <= most
            ? letters.String
            : letters.SubstringByTextElements(0, most - 1) + "…";
    }
}
