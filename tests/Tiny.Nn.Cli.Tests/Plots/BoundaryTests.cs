using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Tiny.Nn.Cli.Tests.Plots;

internal sealed partial class BoundaryTests : CommandTests
{
    private const string Mixed = """
        size,colour,when,price
        1.5,red,2024-01-01,10.5
        2.5,blue,2024-02-01,20.5
        ,red,2024-03-01,12.5
        3.5,green,2024-03-05,30.5
        4.5,,2024-04-01,41.5
        2.0,blue,2024-05-01,18.5
        3.0,green,2024-06-01,26.5
        5.0,red,,48.5
        1.0,blue,2024-07-01,8.5
        4.0,green,2024-08-01,37.5

        """;

    [TestCase("moons")]
    [TestCase("classes")]
    public void On_the_line_two_classes_are_equally_probable_to_predict(string shape)
    {
        Asked("generate", shape, "-o", "d.csv").Good();
        Asked("train", "d.csv", "--target", "class", "--epochs", "30", "-o", "d.tnn").Good();
        JsonElement chart = Asked("plot", "boundary", "d.csv", "--model", "d.tnn", "--json")
            .Good()
            .Json.GetProperty("charts")[0];
        JsonElement[] points = [.. Layer(chart, "boundary").GetProperty("points").EnumerateArray()];
        Assert.That(points, Has.Length.GreaterThan(50));
        IEnumerable<string> rows = points.Select(point => $"{Text(point[0])},{Text(point[1])}");
        Place.Write("line.csv", $"x1,x2\n{string.Join('\n', rows)}\n");
        Run run = Asked("predict", "d.tnn", "line.csv", "--probabilities").Good();
        foreach (string line in run.Lines.Skip(1))
        {
            double[] most = [.. line.Split(',').Skip(1).Select(Number).OrderDescending()];
            Assert.That(most[0] - most[1], Is.LessThan(0.05), line);
        }
    }

    [Test]
    public void A_region_is_what_predict_says()
    {
        Asked("generate", "circles", "-o", "d.csv").Good();
        Asked("train", "d.csv", "--target", "class", "--epochs", "60", "-o", "d.tnn").Good();
        JsonElement chart = Asked("plot", "boundary", "d.csv", "--model", "d.tnn", "--json")
            .Good()
            .Json.GetProperty("charts")[0];
        JsonElement grid = Layer(chart, "regions");
        (int columns, int rows) = (grid.GetProperty("columns").GetInt32(), grid.GetProperty("rows").GetInt32());
        int[] classes = [.. grid.GetProperty("classes").EnumerateArray().Select(code => code.GetInt32())];
        Assert.That(classes, Has.Length.EqualTo(columns * rows));
        int middle = classes[columns / 2 * rows + rows / 2];
        Assert.That((middle, classes[0]), Is.EqualTo((0, 1)), "the inner circle is a, the corner b");
    }

    [Test]
    public void Training_and_validation_rows_have_markers_of_their_own()
    {
        Asked("generate", "xor", "--rows", "200", "-o", "d.csv").Good();
        string[] command = ["plot", "boundary", "d.csv", "--target", "class", "--validation", "0.25", "--epochs", "5"];
        JsonElement chart = Asked([.. command, "--json"]).Good().Json.GetProperty("charts")[0];
        int Count(string id) => Layer(chart, id).GetProperty("points").GetArrayLength();
        Assert.That(Count("training.0") + Count("training.1"), Is.EqualTo(150));
        Assert.That(Count("validation.0") + Count("validation.1"), Is.EqualTo(50));
        Drawn drawn = Drawn.All(Asked(command).Good().Output).Single();
        Assert.That(drawn.Count("full s0"), Is.EqualTo(Count("training.0") + 1), "and one in the legend");
        Assert.That(drawn.Count("hollow s1"), Is.EqualTo(Count("validation.1") + 1));
        Assert.That(drawn.Texts, Does.Contain("a").And.Contain("b (validation)").And.Contain("x1").And.Contain("x2"));
    }

    [Test]
    public void Categories_missing_cells_dates_and_a_number_to_predict_all_work()
    {
        Place.Write("m.csv", Mixed);
        string[] command =
        [
            "plot",
            "boundary",
            "m.csv",
            "--target",
            "price",
            "--date",
            "when",
            "--validation",
            "0",
            "--epochs",
            "20",
        ];
        JsonElement document = Asked([.. command, "--x", "size", "--y", "colour", "--json"]).Good().Json;
        JsonElement chart = document.GetProperty("charts")[0];
        JsonElement surface = Layer(chart, "surface");
        Assert.That(surface.GetProperty("rows").GetInt32(), Is.EqualTo(3), "one for each colour");
        Assert.That(chart.GetProperty("y").GetProperty("scale").GetString(), Is.EqualTo("names"));
        Assert.That(chart.GetProperty("layers").EnumerateArray().Sum(Samples), Is.EqualTo(8), "two rows lack a cell");
        Assert.That(document.GetProperty("notes").ToString(), Does.Contain("when = ").And.Contain("2 / 10"));
        Run drawn = Asked([.. command, "--x", "when", "--y", "size", "--lang", "ja"]).Good();
        Assert.That(drawn.Output, Does.Contain("予測曲面").And.Contain("等高線").And.Contain("colour = "));

        static int Samples(JsonElement layer) =>
            layer.GetProperty("kind").GetString() == "points" ? layer.GetProperty("points").GetArrayLength() : 0;
    }

    [Test]
    public void Components_show_the_share_of_variance()
    {
        File.Copy(Samples.Iris, Place.Path("iris.csv"));
        Run run = Asked("plot", "boundary", "iris.csv", "--target", "species", "--components", "--epochs", "5").Good();
        string text = string.Join('\n', Drawn.All(run.Output).Single().Texts);
        double[] shares = [.. Share().Matches(text).Select(share => Number(share.Groups[1].Value)).OrderDescending()];
        Assert.That(shares, Has.Length.EqualTo(2));
        Assert.That(shares[0], Is.InRange(70, 76));
        Assert.That(shares[1], Is.InRange(20, 25));
        Assert.That(
            Asked("plot", "boundary", "iris.csv", "--target", "species", "--terminal", "--epochs", "5").Good().Output,
            Does.Contain("A setosa")
        );
    }

    [TestCase("--x sise", "m.csv", "--target", "price", "--date", "when", "--x", "sise")]
    [TestCase("--x size --y size", "m.csv", "--target", "price", "--date", "when", "--x", "size", "--y", "size")]
    [TestCase("--components --x", "m.csv", "--target", "price", "--components", "--x", "size")]
    [TestCase("--model --hidden", "m.csv", "--model", "m.tnn", "--hidden", "3")]
    [TestCase("m.csv, columns: size", "m.csv")]
    [TestCase("m.csv, features: size", "m.csv", "--target", "price", "--features", "size")]
    public void What_makes_no_sense_is_refused(string where, params string[] arguments)
    {
        Place.Write("m.csv", Mixed);
        Asked([.. arguments.Prepend("boundary").Prepend("plot")]).Failed(2, where);
    }

    private static JsonElement Layer(JsonElement chart, string id) =>
        chart.GetProperty("layers").EnumerateArray().Single(layer => layer.GetProperty("id").GetString() == id);

    private static string Text(JsonElement number) => number.GetDouble().ToString("R", CultureInfo.InvariantCulture);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"component \((\d+\.\d) % of variance\)")]
    private static partial Regex Share();
}
