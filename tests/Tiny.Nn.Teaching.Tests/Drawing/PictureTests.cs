using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Tiny.Nn.Activations;
using Tiny.Nn.Teaching.Curves;
using Tiny.Nn.Teaching.Drawing;
using Tiny.Nn.Teaching.Drawing.Charts;
using Tiny.Nn.Teaching.Drawing.Formulas;
using Tiny.Nn.Teaching.Drawing.Pictures;
using Tiny.Nn.Teaching.Readings;

namespace Tiny.Nn.Teaching.Tests.Drawing;

internal sealed class PictureTests
{
    private static IEnumerable<TestCaseData> Pictures =>
        from language in Enum.GetValues<Language>()
        from picture in new[] { Atlas(language), Flow(language) }
        select new TestCaseData(picture).SetArgDisplayNames($"{picture.Title}");

    [TestCaseSource(nameof(Pictures))]
    public void Every_text_of_a_chart_lies_inside_it(Picture picture)
    {
        // What is written is read again: a drawing that is no XML would not be.
        XElement drawing = XElement.Parse(PictureDrawing.Create(picture).ToString());
        XElement[] charts = [.. drawing.Elements().Where(element => element.Name.LocalName == "svg")];
        Assert.That(charts, Has.Length.EqualTo(picture.Charts.Count));
        foreach (XElement chart in charts.Append(drawing))
        {
            foreach (XElement text in chart.Elements().Where(element => element.Name.LocalName == "text"))
            {
                Assert.That(Number(text, "x"), Is.InRange(0, Number(chart, "width")), text.Value);
                Assert.That(Number(text, "y"), Is.InRange(0, Number(chart, "height")), text.Value);
            }
        }
    }

    [TestCaseSource(nameof(Pictures))]
    public void The_charts_stay_inside_the_paper_and_apart(Picture picture)
    {
        XElement drawing = PictureDrawing.Create(picture);
        List<(double Left, double Top, double Right, double Bottom)> boxes = [];
        foreach (XElement chart in drawing.Elements().Where(element => element.Name.LocalName == "svg"))
        {
            (double left, double top) = (Number(chart, "x"), Number(chart, "y"));
            boxes.Add((left, top, left + Number(chart, "width"), top + Number(chart, "height")));
        }
        Assert.That(boxes.Max(box => box.Right), Is.LessThanOrEqualTo(Number(drawing, "width")));
        Assert.That(boxes.Max(box => box.Bottom), Is.LessThanOrEqualTo(Number(drawing, "height")));
        foreach ((int i, var box) in boxes.Index())
        {
            Assert.That(
                boxes
                    .Skip(i + 1)
                    .Any(o => o.Left < box.Right && box.Left < o.Right && o.Top < box.Bottom && box.Top < o.Bottom),
                Is.False,
                $"chart {i}"
            );
        }
    }

    [TestCaseSource(nameof(Pictures))]
    public void A_document_has_the_numbers_that_are_drawn(Picture picture)
    {
        JsonObject document = JsonPicture.Create("plot", picture);
        foreach ((Chart chart, JsonNode? written) in picture.Charts.Zip(document["charts"]!.AsArray()))
        {
            Assert.That((string?)written!["name"], Is.EqualTo(chart.Name));
            foreach ((ChartLayer layer, JsonNode? one) in chart.Layers.Zip(written["layers"]!.AsArray()))
            {
                (double X, double Y)[] points = [.. ((Curve)layer).Points];
                JsonArray numbers = one!["points"]!.AsArray();
                Assert.That(numbers, Has.Count.EqualTo(points.Length));
                foreach ((int i, (double x, double y)) in points.Index())
                {
                    Assert.That((double?)numbers[i]![0], Is.EqualTo(x));
                    Assert.That((double?)numbers[i]![1], double.IsFinite(y) ? Is.EqualTo(y) : Is.Null);
                }
            }
        }
    }

    [Test]
    public void Both_languages_draw_the_same_curves()
    {
        foreach ((Chart english, Chart japanese) in Atlas(Language.English).Charts.Zip(Atlas(Language.Japanese).Charts))
        {
            Assert.That(
                english.Layers.Cast<Curve>().Select(curve => curve.Points),
                Is.EqualTo(japanese.Layers.Cast<Curve>().Select(curve => curve.Points))
            );
            Assert.That(english.Notes, Is.Not.EqualTo(japanese.Notes));
        }
    }

    [Test]
    public void The_lowest_line_of_a_bent_valley_is_one_and_no_string_of_islands()
    {
        TestFunction valley = TestFunction.All.Single(function => function.Name == "rosenbrock");
        OptimizerComparison[] none = [new("sgd", null, [new DescentStep(24.2, 1)], [valley.Start])];
        Picture race = OptimizerComparisonPicture.Create("a valley", none, valley, [], Language.English);
        Borders heights = race.Charts[^1].Layers.OfType<Borders>().Single();
        double[] unused = new double[2];
        double Height((double X, double Y) place) => valley.Function([place.X, place.Y], unused);
        int starts = heights
            .Pieces.Index()
            .Count(piece =>
                Math.Abs(Math.Log10(Height(piece.Item.From)) + 1) < 0.2
                && (piece.Index == 0 || heights.Pieces[piece.Index - 1].To != piece.Item.From)
            );
        Assert.That(starts, Is.EqualTo(1));
    }

    [Test]
    public void A_number_over_the_lines_of_a_network_stands_on_a_plate_that_hides_them()
    {
        XElement[] parts = [.. NetworkLabel.At(100, 50, "−0.0718")];
        Assert.That(parts.Select(part => part.Name.LocalName), Is.EqualTo(["rect", "text"]), "the plate lies below");
        Assert.That(Number(parts[0], "x") + Number(parts[0], "width") / 2, Is.EqualTo(100).Within(0.01));
        Assert.That(Number(parts[0], "y"), Is.LessThan(50 - 8));
        Assert.That(Number(parts[0], "y") + Number(parts[0], "height"), Is.GreaterThan(50));
        Assert.That(TraceStyle.Text, Does.Contain(".plate { fill: var(--paper); }"));
        Assert.That(TraceStyle.Text, Does.Not.Match("weight.picked [^}]*stroke-width"), "its width is its size");
    }

    private static Picture Atlas(Language language) =>
        FunctionAtlas.Create(Activation.All, FunctionAtlas.Low, FunctionAtlas.High, language, columns: 3);

    private static Picture Flow(Language language) =>
        FlowPicture.Create([Epoch(1, 1), Epoch(2, 0.01)], [], ["a note"], language);

    private static FlowEpoch Epoch(int number, double size) =>
        new(number, [Reading(1, size, isHidden: true), Reading(2, 10 * size, isHidden: false)]);

    private static LayerReading Reading(int layer, double size, bool isHidden) =>
        new()
        {
            Layer = layer,
            Units = 4,
            Activation = isHidden ? Activation.Tanh : null,
            IsHidden = isHidden,
            DeltaSize = size,
            GradientSize = size / 2,
            WeightSize = 1,
            UpdateRatio = size / 1000,
            Samples = 10,
            FlatActivations = isHidden ? 8 : null,
            ShutUnits = isHidden ? [3] : null,
            Saturates = isHidden,
            DistinctUnits = 4,
        };

    private static double Number(XElement element, string name) =>
        double.Parse(element.Attribute(name)!.Value, CultureInfo.InvariantCulture);
}
