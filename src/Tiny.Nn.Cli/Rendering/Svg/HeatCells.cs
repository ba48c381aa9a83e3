using System.Globalization;
using System.Xml.Linq;

namespace Tiny.Nn.Cli.Rendering.Svg;

/// <summary>A square of counts, a row for each name and a column for each: the darker a cell, the more of its row it holds.</summary>
internal static class HeatCells
{
    private const double Width = 400;
    private const int LongestName = 12;

    /// <summary>Cells narrower than this have no room for a count; the pointer still tells it.</summary>
    private const double NarrowestCount = 24;

    /// <param name="names">A name for each row, and column.</param>
    /// <param name="count">What a row and a column have in common.</param>
    /// <param name="titles">What the rows are, and the columns.</param>
    /// <param name="description">What it shows.</param>
    internal static XElement Draw(
        IReadOnlyList<string> names,
        Func<int, int, int> count,
        (string Rows, string Columns) titles,
        string description
    )
    {
        string[] labels = [.. names.Select(name => Markup.Short(name, LongestName))];
        double left = 30 + 6.4 * labels.Max(label => label.Length);
        double cell = Math.Min(64, (Width - left - 4) / names.Count);
        bool isUpright = labels.Any(label => 6.4 * label.Length > cell - 4);
        double top = isUpright ? 30 + 6.4 * labels.Max(label => label.Length) : 42;
        double size = cell * names.Count;
        List<XElement> shapes =
        [
            Shapes.Text(left + size / 2, 14, "middle", titles.Columns),
            Upright(Shapes.Text(12, top + size / 2, "middle", titles.Rows), 12, top + size / 2),
        ];
        for (int row = 0; row < names.Count; row++)
        {
            double middle = (row + 0.5) * cell;
            shapes.Add(Shapes.Text(left - 6, top + middle + 4, "end", labels[row]).Saying(names[row]));
            XElement label = isUpright
                ? Upright(Shapes.Text(left + middle + 4, top - 6, "start", labels[row]), left + middle + 4, top - 6)
                : Shapes.Text(left + middle, top - 8, "middle", labels[row]);
            shapes.Add(label.Saying(names[row]));
            int all = Enumerable.Range(0, names.Count).Sum(column => count(row, column));
            for (int column = 0; column < names.Count; column++)
            {
                string text = count(row, column).ToString(CultureInfo.InvariantCulture);
                double share = all == 0 ? 0 : (double)count(row, column) / all;
                (double x, double y) = (left + column * cell, top + row * cell);
                XElement box = Shapes.Box(row == column ? "cell right" : "cell", x, y, cell, cell);
                box.Add(Markup.Attribute("fill-opacity", 0.85 * share));
                shapes.Add(box.Saying($"{names[row]} → {names[column]}: {text}"));
                if (cell >= NarrowestCount)
                {
                    XElement number = Shapes.Text(x + cell / 2, y + cell / 2 + 4, "middle", text);
                    number.Add(Markup.Class(share > 0.5 ? "count on-dark" : "count"));
                    shapes.Add(number);
                }
            }
        }
        return Shapes.Drawing(Width, top + size + 4, description, shapes);
    }

    private static XElement Upright(XElement text, double x, double y)
    {
        text.Add(Markup.Attribute("transform", $"rotate(-90 {Markup.Number(x)} {Markup.Number(y)})"));
        return text;
    }
}
