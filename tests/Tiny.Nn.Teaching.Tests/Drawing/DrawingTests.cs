using System.Globalization;
using System.Xml.Linq;
using Tiny.Nn.Teaching.Drawing.Svg;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class DrawingTests
{
    [TestCase(0, 50)]
    [TestCase(10, 350)]
    [TestCase(2.5, 125)]
    public void A_scale_is_a_straight_line(double value, double place) =>
        Assert.That(new Scale(0, 10, 50, 350).At(value), Is.EqualTo(place));

    [Test]
    public void Values_grow_upwards()
    {
        Plot plot = new(Axis.Between("x", 0, 1), Axis.Between("y", 0, 1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(plot.X.At(1), Is.GreaterThan(plot.X.At(0)));
            Assert.That(plot.Y.At(1), Is.LessThan(plot.Y.At(0)));
        }
    }

    [Test]
    public void A_tick_stands_where_its_value_is_drawn()
    {
        Plot plot = new(Axis.Between("x", 0, 4), Axis.Between("y", 0, 1));
        XElement drawing = plot.ToSvg("nothing");
        XElement two = drawing.Elements("text").Single(text => text.Value == "2");
        Assert.That(Place(two, "x"), Is.EqualTo(plot.X.At(2)).Within(0.005));
        XElement half = drawing.Elements("text").Single(text => text.Value == "0.4");
        Assert.That(Place(half, "y") - 4, Is.EqualTo(plot.Y.At(0.4)).Within(0.005));
    }

    [Test]
    public void All_ticks_lie_inside_the_drawing()
    {
        Plot plot = new(Axis.Around("x", [-1e9, 12]), Axis.Around("y", [-0.000123, 0.000456]));
        foreach (XElement text in plot.ToSvg("nothing").Elements("text"))
        {
            Assert.That(Place(text, "x"), Is.InRange(0, Plot.Width));
            Assert.That(Place(text, "y"), Is.InRange(0, Plot.Height));
        }
    }

    [TestCase(0, 1)]
    [TestCase(1234567890, 1234567896)]
    [TestCase(-3e9, 3e9)]
    public void Numbers_below_a_plot_do_not_touch_each_other_nor_its_edge(double low, double high)
    {
        Plot plot = new(Axis.Between("x", low, high), Axis.Between("y", low, high));
        XElement[] numbers =
        [
            .. plot.ToSvg("nothing").Elements("text").Where(text => Place(text, "y") == plot.Y.From + 16),
        ];
        const double Letter = 6;
        double end = 0;
        foreach (XElement number in numbers)
        {
            double half = Letter * number.Value.Length / 2;
            Assert.That(Place(number, "x") - half, Is.GreaterThan(end));
            end = Place(number, "x") + half;
        }
        Assert.That(numbers, Has.Length.AtLeast(2));
        Assert.That(end, Is.LessThanOrEqualTo(Plot.Width));
    }

    [Test]
    public void A_cell_is_as_dark_as_its_share_of_the_row()
    {
        int[,] counts =
        {
            { 3, 1 },
            { 0, 0 },
        };
        XElement drawing = new HeatCells(["a", "b"], (row, column) => counts[row, column]).Draw("r", "c", "cells");
        Dictionary<string, double> dark = drawing
            .Elements("rect")
            .ToDictionary(box => box.Element("title")!.Value, box => Place(box, "fill-opacity"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dark["a → a: 3"], Is.EqualTo(0.38));
            Assert.That(dark["a → b: 1"], Is.EqualTo(0.13).Within(0.006));
            Assert.That(dark["b → b: 0"], Is.Zero);
        }
        Assert.That(drawing.Elements("text").Select(text => text.Value), Does.Contain("3"));
    }

    [Test]
    public void Many_cells_stay_inside_the_drawing()
    {
        string[] names = [.. Enumerable.Range(0, 30).Select(i => $"a very long name, number {i}")];
        foreach (XElement box in new HeatCells(names, (_, _) => 1000).Draw("r", "c", "cells").Elements("rect"))
        {
            Assert.That(Place(box, "x") + Place(box, "width"), Is.LessThanOrEqualTo(400));
        }
    }

    [TestCase(0.004, "0")]
    [TestCase(-0.004, "0")]
    [TestCase(-1.5, "-1.5")]
    [TestCase(1234.567, "1234.57")]
    public void Places_have_two_decimals(double number, string text) =>
        Assert.That(Markup.Number(number), Is.EqualTo(text));

    [Test]
    public void Text_stays_text()
    {
        XElement text = Shapes.Text(0, 0, "start", "<b>&\"\u0001\uFFFF");
        Assert.That(text.ToString(SaveOptions.DisableFormatting), Does.EndWith(">&lt;b&gt;&amp;\"\\u{1}\uFFFD</text>"));
    }

    [TestCase("versicolor", "versicolor")]
    [TestCase("Iris versicolor", "Iris vers…")]
    public void A_long_name_is_cut(string name, string expected) =>
        Assert.That(Markup.Short(name, 10), Is.EqualTo(expected));

    private static double Place(XElement shape, string name) =>
        double.Parse(shape.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
