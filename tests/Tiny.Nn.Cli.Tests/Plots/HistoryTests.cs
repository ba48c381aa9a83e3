using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Plots;

internal sealed class HistoryTests : CommandTests
{
    [Test]
    public void A_model_and_the_log_of_its_training_tell_the_same()
    {
        Tinynn("generate", "moons", "-o", "m.csv").Good();
        Tinynn("train", "m.csv", "--target", "class", "--epochs", "12", "--log-file", "log.jsonl").Good();
        JsonElement model = Tinynn("plot", "history", "m.tnn", "--json").Good().Json;
        JsonElement log = Tinynn("plot", "history", "log.jsonl", "--json").Good().Json;
        JsonElement layers = model.GetProperty("charts")[0].GetProperty("layers");
        Assert.That(layers.GetRawText(), Is.EqualTo(log.GetProperty("charts")[0].GetProperty("layers").GetRawText()));
        Assert.That(
            layers.EnumerateArray().Select(layer => layer.GetProperty("id").GetString()),
            Is.EqualTo(["lowest", "training", "validation"])
        );
        JsonElement history = Tinynn("inspect", "m.tnn", "--json").Good().Json.GetProperty("history");
        JsonElement lowest = layers[0].GetProperty("points")[0];
        Assert.That(lowest[0].GetInt32(), Is.EqualTo(history.GetProperty("best").GetProperty("epoch").GetInt32()));
        Assert.That(
            lowest[1].GetDouble(),
            Is.EqualTo(history.GetProperty("best").GetProperty("validation_loss").GetDouble())
        );

        Drawn chart = Drawn.All(Tinynn("plot", "history", "m.tnn").Good().Output).Single();
        JsonElement[] points = [.. layers[1].GetProperty("points").EnumerateArray()];
        Assert.That(points, Has.Length.EqualTo(12));
        foreach (((double x, double y), JsonElement point) in chart.Line(0).Zip(points))
        {
            Assert.That(x, Is.EqualTo(point[0].GetDouble()).Within(0.01));
            Assert.That(y, Is.EqualTo(point[1].GetDouble()).Within(0.002));
        }
    }

    [Test]
    public void What_is_no_history_is_refused()
    {
        Place.Write("not.jsonl", "epoch 1\n");
        Place.Write("empty.jsonl", "{}\n");
        Tinynn("plot", "history", "not.jsonl").Failed(3, "not.jsonl, line 1");
        Tinynn("plot", "history", "empty.jsonl").Failed(2, "empty.jsonl");
        Tinynn("plot", "history", "none.jsonl").Failed(3, "none.jsonl");
        Tinynn("plot", "history", "none.tnn").Failed(4, "none.tnn");
        Place.Write("m.jsonl", "{}");
        Tinynn("plot", "history", "m.jsonl", "-o", "m.jsonl", "--force").Failed(2, "m.jsonl");
    }
}
