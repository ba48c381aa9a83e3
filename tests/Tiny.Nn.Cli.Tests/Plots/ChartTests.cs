using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Cli.Tests.Plots;

internal sealed class ChartTests
{
    private static readonly Axis Unit = Axis.Between("u", 0, 1);

    [Test]
    public void A_line_from_corner_to_corner_is_a_diagonal_of_dots()
    {
        BrailleCanvas canvas = new(Unit, Unit, 4, 2);
        canvas.Line(0, [(0, 0), (1, 1), (1, 1)]);
        Assert.That(Typed(canvas), Is.EqualTo(["  ⡠⠊", "⡠⠊  "]));
    }

    [Test]
    public void What_is_no_number_or_outside_is_not_typed()
    {
        BrailleCanvas canvas = new(Unit, Unit, 4, 2);
        canvas.Line(0, [(0, 5), (1, 5)]);
        canvas.Line(0, [(0, double.NaN), (1, 0.5)]);
        canvas.Letter('A', 0, double.NaN, 0.5);
        canvas.Letter('B', 0, 1, 1);
        Assert.That(Typed(canvas), Is.EqualTo(["   B", "    "]));
    }

    [Test]
    public void Of_a_line_from_far_away_the_near_part_is_typed()
    {
        BrailleCanvas canvas = new(Unit, Unit, 4, 2);
        canvas.Line(0, [(0, -1e12), (1, 1), (1, 1)]);
        Assert.That(Typed(canvas), Is.EqualTo(["   ⢸", "   ⢸"]));
    }

    [Test]
    public void Powers_of_ten_are_as_far_apart_as_their_exponents()
    {
        Axis axis = Axis.Powers("p", [0.002, 30, 0, -1, double.NaN]);
        Assert.That((axis.Low, axis.High), Is.EqualTo((-3.0, 2.0)));
        Assert.That(axis.Ticks.Values.Select(axis.Text), Is.EqualTo(["10⁻³", "10⁻²", "10⁻¹", "1", "10¹", "10²"]));
        Plot plot = new(Unit, axis);
        Assert.That(plot.Place(0, 0.001).Y, Is.EqualTo(plot.Y.From).Within(1e-9));
        Assert.That(plot.Place(0, 100).Y, Is.EqualTo(plot.Y.To).Within(1e-9));
        double middle = Math.Sqrt(0.001 * 100);
        Assert.That(plot.Place(0, middle).Y, Is.EqualTo((plot.Y.From + plot.Y.To) / 2).Within(1e-9));
        Assert.That(plot.Place(0, 0).Y, Is.NaN);
    }

    [Test]
    public void A_name_stands_at_its_place()
    {
        Axis axis = Axis.Named("colour", ["red", "green", "blue"]);
        Assert.That(axis.Ticks.Values.Select(axis.Text), Is.EqualTo(["red", "green", "blue"]));
        Grid grid = new(axis, Unit);
        Assert.That(grid.Columns, Is.EqualTo(3));
        Assert.That(grid.Places.Select(place => place.X).Distinct(), Is.EqualTo([0.0, 1, 2]));
        Assert.That(grid.IsDense, Is.False);
    }

    [Test]
    public void A_line_is_interrupted_where_a_point_is_no_number()
    {
        Curve curve = new("c", "c", 2, [(0, 0), (0.5, 0.5), (0.6, double.NaN), (0.7, 0.1), (1, 1)]);
        XElement[] lines = [.. curve.Draw(new Plot(Unit, Unit))];
        Assert.That(lines, Has.Length.EqualTo(2));
        Assert.That(lines.Select(line => (string?)line.Attribute("class")), Is.All.EqualTo("line s2"));
    }

    [Test]
    public void A_long_legend_goes_on_in_the_next_row_inside_the_drawing()
    {
        string[] names = [.. Enumerable.Range(0, 9).Select(i => $"line number {i}")];
        Chart chart = new(
            "many",
            Unit,
            Unit,
            [.. names.Select((name, i) => new Curve(name, name, i, [(0, 0), (1, 1)]))]
        );
        XElement svg = ChartDrawing.Create(chart);
        double top = svg.Descendants("polyline").Min(TopOf);
        foreach (XElement text in svg.Elements("text").Where(text => names.Contains(text.Value)))
        {
            Assert.That((double)text.Attribute("x")! + TextWidth.Of(text.Value), Is.LessThanOrEqualTo(chart.Width));
            Assert.That((double)text.Attribute("y")!, Is.LessThan(top));
        }

        static double TopOf(XElement line) =>
            ((string)line.Attribute("points")!)
                .Split(' ')
                .Min(point => double.Parse(point.Split(',')[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Test]
    public void Eight_styles_have_eight_markers()
    {
        string[] shapes =
        [
            .. Enumerable
                .Range(0, PictureStyle.Count)
                .Select(style => Markers.Draw("full", style, 0, 0, 10))
                .Select(shape => $"{shape.Name} {(string?)shape.Attribute("points")}"),
        ];
        Assert.That(shapes, Is.Unique);
    }

    [Test]
    public void Signs_of_Japanese_need_more_room_than_letters() =>
        Assert.That(
            TextWidth.Of("損失"),
            Is.GreaterThan(TextWidth.Of("loss") * 0.8).And.GreaterThan(TextWidth.Of("lo") * 1.5)
        );

    [TestCase("iris", 40, "iris")]
    [TestCase("illicit", 40, "illicit")]
    [TestCase("mammoth", 40, "mam…")]
    [TestCase("湿った低地", 40, "湿っ…")]
    public void Names_are_cut_to_the_room_there_is_and_not_to_a_number_of_letters(
        string name,
        double room,
        string expected
    ) => Assert.That(TextWidth.Shorten(name, room), Is.EqualTo(expected));

    private static string[] Typed(BrailleCanvas canvas) =>
        [
            .. Enumerable
                .Range(0, canvas.Rows)
                .Select(row => string.Concat(canvas.Row(row).Select(cell => cell.Character))),
        ];
}
