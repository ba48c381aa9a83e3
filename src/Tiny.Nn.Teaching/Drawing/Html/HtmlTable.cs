using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Html;

/// <summary>A table that scrolls in its own place where the page is too narrow for it.</summary>
internal sealed class HtmlTable
{
    private readonly XElement body = Markup.Element("tbody");
    private readonly XElement head = Markup.Element("tr");
    private readonly bool[] isNumber;

    /// <param name="headings">A heading for each column.</param>
    internal HtmlTable(params IReadOnlyList<Heading> headings)
    {
        isNumber = [.. headings.Select(heading => heading is NumberHeading)];
        foreach ((int i, Heading heading) in headings.Index())
        {
            head.Add(Cell("th", i, heading.Text));
        }
    }

    internal void Add(params IReadOnlyList<string> cells) =>
        body.Add(Markup.Element("tr", cells.Select((text, i) => i == 0 ? RowHeading(text) : Cell("td", i, text))));

    internal XElement ToElement() =>
        Markup.Element("div", Markup.Class("scroll"), Markup.Element("table", Markup.Element("thead", head), body));

    private XElement Cell(string name, int column, string text)
    {
        XElement cell = Markup.Element(name, text);
        if (isNumber[column])
        {
            cell.Add(Markup.Class("number"));
        }
        return cell;
    }

    private static XElement RowHeading(string text)
    {
        XElement heading = Markup.Element("th", text);
        heading.Add(Markup.Attribute("scope", "row"));
        return heading;
    }
}

/// <summary>The heading of a column.</summary>
internal abstract record Heading(string Text);

/// <summary>The heading of a column of texts.</summary>
internal sealed record TextHeading(string Text) : Heading(Text);

/// <summary>The heading of a column of numbers, which stand on the right.</summary>
internal sealed record NumberHeading(string Text) : Heading(Text);
