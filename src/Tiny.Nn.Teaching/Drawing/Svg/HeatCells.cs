using System.Globalization;
using System.Xml.Linq;

namespace Tiny.Nn.Teaching.Drawing.Svg;

/// <summary>A square of counts, a row for each name and a column for each: the darker a cell, the more of its row it holds.</summary>
internal sealed class HeatCells
{
    private const double Width = 400;
    private const double LargestCell = 64;
    private const double LongestName = 90;

    /// <summary>Cells narrower than this have no room for a count; the pointer still tells it.</summary>
    private const double NarrowestCount = 24;

    /// <summary>The darkest cell is still light enough for the count in it.</summary>
    private const double Darkest = 0.5;

    private readonly IReadOnlyList<string> names;
    private readonly Func<int, int, int> count;
    private readonly string[] labels;
    private readonly double left;
    private readonly double top;
    private readonly double cell;

    /// <param name="names">A name for each row, and column.</param>
    /// <param name="count">What a row and a column have in common.</param>
    internal HeatCells(IReadOnlyList<string> names, Func<int, int, int> count)
    {
        this.names = names;
        this.count = count;
        labels = [.. names.Select(name => TextWidth.Shorten(name, LongestName))];
        double longest = labels.Max(TextWidth.Of);
        left = 30 + longest;
        cell = Math.Min(LargestCell, (Width - left - 4) / names.Count);
        IsUpright = longest > cell - 4;
        top = 30 + (IsUpright ? longest : 14);
    }

    private double Size => cell * names.Count;

    /// <summary>True where the names above the columns have no room side by side.</summary>
    private bool IsUpright { get; }

    /// <param name="rows">What the rows are.</param>
    /// <param name="columns">What the columns are.</param>
    /// <param name="description">What it shows.</param>
    internal XElement Draw(string rows, string columns, string description)
    {
        IEnumerable<int> places = Enumerable.Range(0, names.Count);
        IEnumerable<XElement> shapes =
        [
            Shapes.Text(left + Size / 2, 14, "middle", columns),
            Upright(12, top + Size / 2, "middle", rows),
            .. places.SelectMany(Names),
            .. places.SelectMany(row => places.Where(column => column != row).SelectMany(column => Cell(row, column))),
            .. places.SelectMany(place => Cell(place, place)),
        ];
        return Shapes.Drawing(Width, top + Size + 4, description, shapes);
    }

    private IEnumerable<XElement> Names(int place)
    {
        double middle = (place + 0.5) * cell;
        yield return Shapes.Text(left - 6, top + middle + 4, "end", labels[place]).Saying(names[place]);
        XElement above = IsUpright
            ? Upright(left + middle + 4, top - 6, "start", labels[place])
            : Shapes.Text(left + middle, top - 8, "middle", labels[place]);
        yield return above.Saying(names[place]);
    }

    private IEnumerable<XElement> Cell(int row, int column)
    {
        int all = Enumerable.Range(0, names.Count).Sum(other => count(row, other));
        string text = count(row, column).ToString(CultureInfo.InvariantCulture);
        (double x, double y) = (left + column * cell, top + row * cell);
        XElement box = Shapes.Box(row == column ? "cell right" : "cell", x, y, cell, cell);
        box.Add(Markup.Attribute("fill-opacity", all == 0 ? 0 : Darkest * count(row, column) / all));
        yield return box.Saying($"{names[row]} → {names[column]}: {text}");
        if (cell >= NarrowestCount)
        {
            yield return Shapes.Text(x + cell / 2, y + cell / 2 + 4, "middle", text);
        }
    }

    private static XElement Upright(double x, double y, string anchor, string text)
    {
        XElement upright = Shapes.Text(x, y, anchor, text);
        upright.Add(Markup.Attribute("transform", $"rotate(-90 {Markup.Number(x)} {Markup.Number(y)})"));
        return upright;
    }
}
