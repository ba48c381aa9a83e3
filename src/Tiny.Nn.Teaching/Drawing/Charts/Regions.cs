using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Drawing.Charts;

/// <summary>What each place of a chart belongs to, the stronger the darker.</summary>
/// <param name="Id">What JSON calls it.</param>
/// <param name="Grid">The places.</param>
/// <param name="Kinds">The style of each place.</param>
/// <param name="Strengths">From 0 to 1, of each place.</param>
/// <param name="Numbers">What JSON says of each place: a probability, or the predicted number.</param>
internal sealed record Regions(string Id, Grid Grid, int[,] Kinds, double[,] Strengths, double[,] Numbers)
    : ChartLayer(Id, "", 0)
{
    private const int Levels = 8;
    private const double Darkest = 0.6;

    internal override string TypedSample => "";

    internal override IEnumerable<XElement> Draw(Plot plot)
    {
        for (int row = 0; row < Grid.Rows; row++)
        {
            int start = 0;
            for (int column = 1; column <= Grid.Columns; column++)
            {
                if (column == Grid.Columns || Look(column, row) != Look(start, row))
                {
                    yield return Box(plot, row, start, column);
                    start = column;
                }
            }
        }
    }

    internal override XElement Sample(double x, double y) => Shapes.Box("shade s0", x, y - 5, 22, 10);

    internal override void Type(BrailleCanvas canvas) =>
        canvas.Fill(
            (x, y) =>
            {
                int column = Index(x, Grid.X, Grid.Columns);
                int row = Index(y, Grid.Y, Grid.Rows);
                return (TypedStyle.Shade(Kinds[column, row], Strengths[column, row]), Kinds[column, row]);
            }
        );

    internal override JsonObject ToJson()
    {
        JsonObject layer = Described("grid");
        layer["columns"] = Grid.Columns;
        layer["rows"] = Grid.Rows;
        layer["classes"] = new JsonArray([.. Kinds.Cast<int>().Select(kind => JsonValue.Create(kind))]);
        layer["values"] = new JsonArray([
            .. Numbers.Cast<double>().Select(number => JsonDocuments.Number(Math.Round(number, 6))),
        ]);
        return layer;
    }

    private (int, int) Look(int column, int row) =>
        (Kinds[column, row], (int)Math.Round(Levels * Math.Clamp(Strengths[column, row], 0, 1)));

    private XElement Box(Plot plot, int row, int start, int end)
    {
        // Boxes overlap a little: where they only touched, thin lines would shine through.
        double width = (plot.X.To - plot.X.From) / Grid.Columns;
        double height = (plot.Y.From - plot.Y.To) / Grid.Rows;
        (int kind, int level) = Look(start, row);
        double left = plot.X.From + start * width;
        double right = Math.Min(plot.X.To, plot.X.From + end * width);
        XElement box = Shapes.Box(
            $"shade s{kind % PictureStyle.Count}",
            left,
            plot.Y.From - (row + 1) * height,
            right - left,
            height
        );
        box.Add(Markup.Attribute("fill-opacity", 0.06 + (Darkest - 0.06) * level / Levels));
        return box;
    }

    private static int Index(double value, Axis axis, int count) =>
        Math.Clamp((int)Math.Floor((value - axis.Low) / (axis.High - axis.Low) * count), 0, count - 1);
}
