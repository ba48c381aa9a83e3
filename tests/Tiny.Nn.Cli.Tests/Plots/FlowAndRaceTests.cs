using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Plots;

internal sealed class FlowAndRaceTests : CommandTests
{
    [Test]
    public void Flow_has_a_line_for_each_layer_and_a_point_for_each_epoch()
    {
        Asked("generate", "spiral", "-o", "s.csv").Good();
        JsonElement document = Asked([
                "plot",
                "flow",
                "s.csv",
                "--target",
                "class",
                "--hidden",
                "8,8",
                "--epochs",
                "6",
                "--depths",
                "1..4",
                "--json",
            ])
            .Good()
            .Json;
        JsonElement[] charts = [.. document.GetProperty("charts").EnumerateArray()];
        Assert.That(charts, Has.Length.EqualTo(6));
        Assert.That(Ids(charts[0]), Is.EqualTo(["delta.1", "delta.2", "delta.3"]));
        Assert.That(Ids(charts[3]), Is.EqualTo(["saturated.1", "saturated.2"]));
        Assert.That(Points(charts[0], 0), Has.Length.EqualTo(6));
        Assert.That(Ids(charts[5]), Is.EqualTo(["bound", "sigmoid", "tanh", "relu"]));
        Assert.That(
            Points(charts[5], 0).Select(point => point[1].GetDouble()),
            Is.EqualTo([0.25, 0.0625, 0.015625, 0.00390625])
        );
        Assert.That(charts[0].GetProperty("y").GetProperty("scale").GetString(), Is.EqualTo("log10"));
    }

    [Test]
    public void Flow_is_drawn_and_typed()
    {
        Asked("generate", "classes", "-o", "c.csv").Good();
        string[] command = ["plot", "flow", "c.csv", "--target", "class", "--hidden", "none", "--epochs", "4"];
        Assert.That(Drawn.All(Asked(command).Good().Output), Has.Length.EqualTo(3), "no activation, no saturation");
        Assert.That(Asked([.. command, "--terminal", "--lang", "ja"]).Good().Output, Does.Contain("勾配の流れ"));
        Asked([.. command, "--depths", "0..3"]).Failed(2, "--depths 0..3");
        Asked([.. command, "--depths", "8..1"]).Failed(2, "--depths 8..1");
        Asked([.. command[..5], "--epochs", "0"]).Failed(2, "--epochs 0");
        Asked("plot", "flow", "c.csv").Failed(2, "c.csv, columns: x1, x2, class");
        string[] wild = ["--hidden", "4", "--optimizer", "sgd", "--learning-rate", "1e308"];
        Asked([.. command[..5], .. wild]).Failed(5, "step");
    }

    [Test]
    public void On_the_rosenbrock_function_lbfgs_wins_and_all_start_at_24_2()
    {
        JsonElement document = Asked("plot", "race", "--json").Good().Json;
        JsonElement steps = document.GetProperty("charts")[0];
        Assert.That(
            Ids(steps),
            Is.EqualTo(["steps.sgd", "steps.momentum", "steps.nesterov", "steps.rmsprop", "steps.adam", "steps.lbfgs"])
        );
        JsonElement[][] lines = [.. Enumerable.Range(0, 6).Select(i => Points(steps, i))];
        Assert.That(lines.Select(line => line[0][1].GetDouble()), Is.All.EqualTo(24.2).Within(1e-12));
        double[] last = [.. lines.Select(line => line[^1][1].GetDouble())];
        Assert.That(last[5], Is.LessThan(1e-12));
        Assert.That(last[..5], Is.All.GreaterThan(1e-6));
        JsonElement evaluations = document.GetProperty("charts")[1];
        Assert.That(Points(evaluations, 0)[^1][0].GetInt32(), Is.EqualTo(201));
        Assert.That(document.GetProperty("charts").GetArrayLength(), Is.EqualTo(3));
    }

    [Test]
    public void A_race_on_data_is_on_the_same_loss()
    {
        Asked("generate", "classes", "--rows", "60", "-o", "c.csv").Good();
        string[] command = ["plot", "race", "c.csv", "--target", "class", "--hidden", "none", "--steps", "20"];
        JsonElement document = Asked([.. command, "--optimizers", "sgd,adamw,lbfgs", "--json"]).Good().Json;
        JsonElement chart = document.GetProperty("charts")[0];
        Assert.That(
            Enumerable.Range(0, 3).Select(i => Points(chart, i)[0][1].GetDouble()).Distinct().Count(),
            Is.EqualTo(1)
        );
        Assert.That(document.GetProperty("charts").GetArrayLength(), Is.EqualTo(2), "no map of nine parameters");
        string svg = Asked([.. command, "--learning-rate", "0.1", "--lang", "ja"]).Good().Output;
        Assert.That(svg, Does.Contain("最適化手法の競争").And.Contain("adam 0.1: "));
    }

    [TestCase("--optimizers adamm", "--optimizers", "adamm")]
    [TestCase("--function rosenbrok", "--function", "rosenbrok")]
    [TestCase("--steps 0", "--steps", "0")]
    [TestCase("--learning-rate 0", "--learning-rate", "0")]
    [TestCase("--function --target", "--function", "bowl", "--target", "y")]
    [TestCase("d.csv --function bowl", "d.csv", "--function", "bowl")]
    public void What_makes_no_sense_is_refused(string where, params string[] arguments) =>
        Asked([.. arguments.Prepend("race").Prepend("plot")]).Failed(2, where);

    private static string[] Ids(JsonElement chart) =>
        [.. chart.GetProperty("layers").EnumerateArray().Select(layer => layer.GetProperty("id").GetString()!)];

    private static JsonElement[] Points(JsonElement chart, int layer) =>
        [.. chart.GetProperty("layers")[layer].GetProperty("points").EnumerateArray()];
}
