using System.Text.Json;
using Tiny.Nn.Activations;

namespace Tiny.Nn.Cli.Tests.Plots;

internal sealed class FunctionsTests : CommandTests
{
    [TestCase("sigmoid")]
    [TestCase("tanh")]
    [TestCase("softplus")]
    public void The_curves_of_the_drawing_are_the_functions(string name)
    {
        Func<double, double> f = name switch
        {
            "sigmoid" => Sigmoid,
            "tanh" => Math.Tanh,
            _ => z => Math.Log(1 + Math.Exp(z)),
        };
        Func<double, double> slope = name switch
        {
            "sigmoid" => z => Sigmoid(z) * (1 - Sigmoid(z)),
            "tanh" => z => 1 - Math.Tanh(z) * Math.Tanh(z),
            _ => Sigmoid,
        };
        Drawn chart = Drawn.All(Asked("plot", "functions", "--only", name).Good().Output).Single();
        Check(chart.Line(0), f);
        Check(chart.Line(1), slope);
        Assert.That(chart.Texts, Does.Contain(name).And.Contain("z, the weighted sum").And.Contain("f(z), f′(z)"));
    }

    [Test]
    public void The_derivative_of_relu_jumps_without_a_line()
    {
        Drawn chart = Drawn.All(Asked("plot", "functions", "--only", "relu").Good().Output).Single();
        Assert.That(chart.Line(1).Select(point => Math.Round(point.Y, 1)), Is.All.EqualTo(0).Or.EqualTo(1));
        Assert.That(
            chart.Line(1).Where(point => point.X < -0.02).Select(point => point.Y),
            Is.All.EqualTo(0).Within(0.05)
        );
        Assert.That(
            chart.Line(1).Where(point => point.X > 0.02).Select(point => point.Y),
            Is.All.EqualTo(1).Within(0.05)
        );
        Assert.That(chart.Count("line s1"), Is.EqualTo(3), "two pieces, and the legend's");
    }

    [Test]
    public void The_softmax_sweep_has_the_probabilities_of_x0_1_0()
    {
        Drawn[] charts = Drawn.All(Asked("plot", "functions", "--only", "softmax").Good().Output);
        Assert.That(charts, Has.Length.EqualTo(2));
        double Of(double x, double input) => Math.Exp(input) / (Math.Exp(x) + Math.E + 1);
        Check(charts[0].Line(0), x => Of(x, x));
        Check(charts[0].Line(1), x => Of(x, 1));
        Check(charts[0].Line(2), x => Of(x, 0));
        Check(charts[1].Line(0), x => Of(x, x) * (1 - Of(x, x)));
        Check(charts[1].Line(1), x => -Of(x, 1) * Of(x, x));
        Check(charts[0].Line(3), Sigmoid);
        Check(charts[1].Line(3), x => Sigmoid(x) * (1 - Sigmoid(x)));
    }

    [Test]
    public void The_charts_begin_and_end_where_they_are_asked_to()
    {
        Drawn chart = Drawn
            .All(Asked("plot", "functions", "--only", "tanh", "--from", "-10", "--to", "8").Good().Output)
            .Single();
        (double X, double Y)[] line = chart.Line(0);
        Assert.That(line[0].X, Is.EqualTo(-10).Within(0.1));
        Assert.That(line[^1].X, Is.EqualTo(8).Within(0.1));
        Assert.That(line.Select(point => point.Y), Is.EqualTo(line.Select(point => Math.Tanh(point.X))).Within(0.02));
        Asked("plot", "functions", "--from", "5").Failed(2, "--from 5 --to 5");
        Asked("plot", "functions", "--to", "1e9").Failed(2, "--to");
    }

    [TestCase("f.png")]
    [TestCase("f.html")]
    [TestCase("f.SVGZ")]
    public void A_picture_is_not_given_the_name_of_another_format(string name)
    {
        Asked("plot", "functions", "-o", name).Failed(2, name);
        Assert.That(File.Exists(Place.Path(name)), Is.False);
    }

    [Test]
    public void The_atlas_has_every_activation_once_and_softmax_twice()
    {
        Asked("plot", "functions", "-o", "f.svg").Good();
        Drawn[] charts = Drawn.All(File.ReadAllText(Place.Path("f.svg")));
        string[] names = [.. charts.SelectMany(chart => chart.Texts)];
        Assert.That(charts, Has.Length.EqualTo(Activation.All.Count + 1));
        Assert.That(
            names,
            Is.SupersetOf(Activation.All.Select(activation => activation.Name).Where(name => name != "softmax"))
        );
    }

    [Test]
    public void Json_has_the_numbers_themselves()
    {
        JsonElement document = Asked("plot", "functions", "--only", "sigmoid", "--json").Good().Json;
        Assert.That(document.GetProperty("schema").GetInt32(), Is.EqualTo(1));
        Assert.That(document.GetProperty("command").GetString(), Is.EqualTo("plot functions"));
        JsonElement[] layers = [.. document.GetProperty("charts")[0].GetProperty("layers").EnumerateArray()];
        Assert.That(layers.Select(layer => layer.GetProperty("id").GetString()), Is.EqualTo(["value", "derivative"]));
        JsonElement middle = layers[1].GetProperty("points")[200];
        Assert.That(middle[0].GetDouble(), Is.Zero);
        Assert.That(middle[1].GetDouble(), Is.EqualTo(0.25).Within(1e-15));
    }

    [Test]
    public void Japanese_is_spoken_with_the_same_numbers()
    {
        string english = Asked("plot", "functions", "--only", "elu,softmax").Good().Output;
        string japanese = Asked("plot", "functions", "--only", "elu,softmax", "--lang", "ja").Good().Output;
        Assert.That(japanese, Does.Contain("活性化関数とその導関数").And.Contain("確率"));
        Assert.That(Drawn.All(japanese)[1].Line(0), Is.EqualTo(Drawn.All(english)[1].Line(0)));
    }

    [Test]
    public void A_terminal_gets_dots_within_its_width()
    {
        Run run = Asked("plot", "functions", "--only", "sigmoid", "--terminal").Good();
        Assert.That(run.Output, Does.Not.Contain("<svg").And.Not.Contain("\u001b"));
        Assert.That(
            run.Lines.Where(line => line.Any(letter => letter is > '\u2800' and < '\u2900')).Count(),
            Is.AtLeast(15)
        );
        Assert.That(run.Lines.Max(line => line.Length), Is.LessThanOrEqualTo(100));
        Assert.That(
            run.Lines.First(line => line.StartsWith("1.0 ┤", StringComparison.Ordinal)).Length,
            Is.GreaterThan(60)
        );
    }

    [Test]
    public void Colour_is_never_all_that_tells_two_lines_apart_and_dark_has_its_own()
    {
        string svg = Asked("plot", "functions", "--only", "sigmoid").Good().Output;
        Assert.That(svg, Does.Contain("prefers-color-scheme: dark"));
        Assert.That(
            svg,
            Does.Match(@"\.line\.s0 \{[^}]*stroke-dasharray: none")
                .And.Match(@"\.line\.s1 \{[^}]*stroke-dasharray: 7 3")
        );
        Assert.That(svg, Does.Not.Contain("http://").Or.Contain("http://www.w3.org/2000/svg"));
    }

    [Test]
    public void A_file_that_is_there_is_kept_unless_forced()
    {
        Place.Write("f.svg", "mine");
        Asked("plot", "functions", "-o", "f.svg").Failed(2, "f.svg");
        Assert.That(File.ReadAllText(Place.Path("f.svg")), Is.EqualTo("mine"));
        Run run = Asked("plot", "functions", "-o", "f.svg", "--force").Good();
        Assert.That(run.Error, Is.EqualTo("wrote f.svg\n"));
        Assert.That(run.Output, Is.Empty);
    }

    [Test]
    [Platform("Linux")]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public void Open_hands_the_file_to_the_viewer()
    {
        string viewer = Place.Path("xdg-open");
        File.WriteAllText(viewer, $"#!/bin/sh\necho \"$1\" > {Place.Path("opened")}\n");
        File.SetUnixFileMode(viewer, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.UserWrite);
        string path = $"{Place.Directory}:{Environment.GetEnvironmentVariable("PATH")}";
        string[] arguments = ["plot", "functions", "--only", "relu", "-o", "f.svg", "--open"];
        Tests.Tinynn.In(Place, arguments, "", ("PATH", path)).Good();
        Assert.That(() => File.Exists(Place.Path("opened")), Is.True.After(5000, 50));
        Assert.That(
            () => File.ReadAllText(Place.Path("opened")).Trim(),
            Is.EqualTo(Place.Path("f.svg")).After(1000, 50)
        );
    }

    [TestCase("--only sgmoid", "functions", "--only", "sgmoid")]
    [TestCase("--only relu:2", "functions", "--only", "relu:2")]
    [TestCase("--columns 0", "functions", "--columns", "0")]
    [TestCase("--lang de", "functions", "--lang", "de")]
    [TestCase("--terminal --json", "functions", "--terminal", "--json")]
    [TestCase("none/f.svg", "functions", "-o", "none/f.svg")]
    [TestCase("tinynn plot functions", "functions", "--colums", "2")]
    [TestCase("tinynn plot", "functons")]
    [TestCase("tinynn plot")]
    public void What_makes_no_sense_is_refused(string where, params string[] arguments) =>
        Asked([.. arguments.Prepend("plot")]).Failed(2, where);

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    /// <summary>A place has two decimals of 1/400 of the chart or so.</summary>
    private static void Check((double X, double Y)[] line, Func<double, double> f)
    {
        Assert.That(line, Has.Length.EqualTo(401));
        Assert.That(line[0].X, Is.EqualTo(-5).Within(0.001));
        Assert.That(line[^1].X, Is.EqualTo(5).Within(0.001));
        foreach ((double x, double y) in line)
        {
            Assert.That(y, Is.EqualTo(f(x)).Within(0.001), $"at {x}");
        }
    }
}
