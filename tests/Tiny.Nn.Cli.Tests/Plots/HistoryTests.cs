using System.Text.Json;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Training;

namespace Tiny.Nn.Cli.Tests.Plots;

internal sealed class HistoryTests : CommandTests
{
    [Test]
    public void A_model_and_the_log_of_its_training_tell_the_same()
    {
        Asked("generate", "moons", "-o", "m.csv").Good();
        Asked("train", "m.csv", "--target", "class", "--epochs", "12", "--log-file", "log.jsonl").Good();
        JsonElement model = Asked("plot", "history", "m.tnn", "--json").Good().Json;
        JsonElement log = Asked("plot", "history", "log.jsonl", "--json").Good().Json;
        JsonElement layers = model.GetProperty("charts")[0].GetProperty("layers");
        Assert.That(layers.GetRawText(), Is.EqualTo(log.GetProperty("charts")[0].GetProperty("layers").GetRawText()));
        Assert.That(
            layers.EnumerateArray().Select(layer => layer.GetProperty("id").GetString()),
            Is.EqualTo(["lowest", "training", "validation"])
        );
        JsonElement history = Asked("inspect", "m.tnn", "--json").Good().Json.GetProperty("history");
        JsonElement lowest = layers[0].GetProperty("points")[0];
        Assert.That(lowest[0].GetInt32(), Is.EqualTo(history.GetProperty("best").GetProperty("epoch").GetInt32()));
        Assert.That(
            lowest[1].GetDouble(),
            Is.EqualTo(history.GetProperty("best").GetProperty("validation_loss").GetDouble())
        );

        Drawn[] charts = Drawn.All(Asked("plot", "history", "m.tnn").Good().Output);
        Assert.That(charts, Has.Length.EqualTo(2));
        AssertDrawn(charts[0].Line(0), layers[1], 12);
    }

    [Test]
    public void The_accuracy_of_the_validation_has_a_chart_of_its_own()
    {
        Asked("generate", "moons", "-o", "m.csv").Good();
        Run training = Asked(
                "train",
                "m.csv",
                "--target",
                "class",
                "--epochs",
                "12",
                "-v",
                "--json",
                "--log-file",
                "log.jsonl"
            )
            .Good();
        JsonElement trained = training.Json.GetProperty("training");
        JsonElement picture = Asked("plot", "history", "m.tnn", "--json").Good().Json;
        JsonElement log = Asked("plot", "history", "log.jsonl", "--json").Good().Json;
        JsonElement chart = picture.GetProperty("charts")[1];
        Assert.That(chart.GetRawText(), Is.EqualTo(log.GetProperty("charts")[1].GetRawText()));
        Assert.That(chart.GetProperty("y").GetProperty("title").GetString(), Is.EqualTo("accuracy (share of rows)"));
        Assert.That(chart.GetProperty("y").GetProperty("high").GetDouble(), Is.EqualTo(1));
        JsonElement layers = chart.GetProperty("layers");
        Assert.That(
            layers.EnumerateArray().Select(layer => layer.GetProperty("id").GetString()),
            Is.EqualTo(["lowest", "accuracy"])
        );
        AssertDrawn(Drawn.All(Asked("plot", "history", "m.tnn").Good().Output)[1].Line(1), layers[1], 12);

        JsonElement kept = layers[0].GetProperty("points")[0];
        double accuracy = trained.GetProperty("validation_accuracy").GetDouble();
        Assert.That(kept[0].GetInt32(), Is.EqualTo(trained.GetProperty("kept_epoch").GetInt32()));
        Assert.That(kept[1].GetDouble(), Is.EqualTo(accuracy));
        Assert.That(
            accuracy * trained.GetProperty("validation_rows").GetInt32() % 1,
            Is.EqualTo(0).Within(1e-9).Or.EqualTo(1).Within(1e-9)
        );
        Assert.That(training.Error, Does.Match(@"epoch 12/12 .* accuracy [01]\.\d{4}"));
        Assert.That(
            Asked("inspect", "m.tnn", "--json")
                .Good()
                .Json.GetProperty("history")
                .GetProperty("best")
                .GetProperty("validation_accuracy")
                .GetDouble(),
            Is.EqualTo(accuracy)
        );
        Assert.That(
            Asked("plot", "history", "m.tnn", "--terminal", "--lang", "ja").Good().Output,
            Does.Contain("検証データの正解率").And.Contain("損失が最小").And.Contain("行の割合")
        );
    }

    [Test]
    public void Of_a_number_it_is_R_squared()
    {
        Asked(
                "train",
                Samples.Diabetes,
                "--target",
                "progression",
                "--epochs",
                "5",
                "--learning-rate",
                "0.1",
                "-o",
                "d.tnn"
            )
            .Good();
        JsonElement charts = Asked("plot", "history", "d.tnn", "--json").Good().Json.GetProperty("charts");
        JsonElement y = charts[1].GetProperty("y");
        Assert.That(y.GetProperty("title").GetString(), Does.StartWith("R²"));
        Assert.That(charts[1].GetProperty("layers")[1].GetProperty("id").GetString(), Is.EqualTo("r2"));
        Assert.That(charts[1].GetProperty("layers")[1].GetProperty("points")[4][1].GetDouble(), Is.LessThan(1));
        Assert.That(Asked("inspect", "d.tnn").Good().Output, Does.Contain("validation R²"));
    }

    [Test]
    public void One_terrible_epoch_does_not_hide_the_others()
    {
        Model<float> model = ModelFile.Load<float>(Samples.DiabetesModel);
        double[] scores = [-1e12, -0.5, 0.25, 0.5];
        EpochReport[] epochs =
        [
            .. scores.Select((score, i) => new EpochReport(i + 1, 1, 1 - 0.1 * i) { ValidationRSquared = score }),
        ];
        Provenance provenance = Provenance.Unknown with { Epochs = epochs };
        ModelFile.Save(
            new Model<float>(model.Encoding, model.Network, model.Target, provenance),
            Place.Path("some.tnn")
        );
        JsonElement chart = Asked("plot", "history", "some.tnn", "--json").Good().Json.GetProperty("charts")[1];
        Assert.That(chart.GetProperty("y").GetProperty("low").GetDouble(), Is.EqualTo(-1));
        Assert.That(
            chart.GetProperty("layers")[1].GetProperty("points").EnumerateArray().Select(point => point[1].GetDouble()),
            Is.EqualTo(scores)
        );
        (double X, double Y)[] line = Drawn.All(Asked("plot", "history", "some.tnn").Good().Output)[1].Line(1);
        Assert.That(line.Select(point => point.Y), Is.EqualTo([-1, -0.5, 0.25, 0.5]).Within(0.01));
        Assert.That(Asked("plot", "history", "some.tnn", "--terminal").Good().Output, Does.Contain("Validation R²"));
    }

    [Test]
    public void Several_trainings_have_a_line_each_in_one_picture()
    {
        Asked("generate", "moons", "--rows", "60", "-o", "m.csv").Good();
        for (int number = 1; number <= 2; number++)
        {
            string seed = $"{number}";
            Asked(
                    "train",
                    "m.csv",
                    "--target",
                    "class",
                    "--hidden",
                    "4",
                    "--epochs",
                    "4",
                    "--seed",
                    seed,
                    "-o",
                    $"{seed}.tnn"
                )
                .Good();
        }
        JsonElement both = Asked("plot", "history", "1.tnn", "2.tnn", "--json").Good().Json;
        JsonElement[] charts = [.. both.GetProperty("charts").EnumerateArray()];
        Assert.That(charts, Has.Length.EqualTo(3), "loss in training, in validation, and accuracy");
        for (int i = 0; i < 2; i++)
        {
            string name = $"{i + 1}.tnn";
            JsonElement alone = Asked("plot", "history", name, "--json").Good().Json.GetProperty("charts")[0];
            JsonElement line = alone
                .GetProperty("layers")
                .EnumerateArray()
                .First(layer => layer.GetProperty("id").GetString() == "training");
            JsonElement drawn = charts[0].GetProperty("layers")[i];
            Assert.That(drawn.GetProperty("label").GetString(), Is.EqualTo(name));
            Assert.That(
                drawn.GetProperty("points").EnumerateArray().Select(point => point[1].GetDouble()),
                Is.EqualTo(line.GetProperty("points").EnumerateArray().Select(point => point[1].GetDouble()))
            );
        }
        Assert.That(
            Drawn.All(Asked("plot", "history", "1.tnn", "2.tnn", "--lang", "ja").Good().Output),
            Has.Length.EqualTo(3)
        );
        Asked(["plot", "history", .. Enumerable.Repeat("1.tnn", 9)]).Failed(2, "1.tnn 1.tnn");
        Asked("plot", "history", "1.tnn", "none.tnn").Failed(4, "none.tnn");
    }

    [Test]
    public void Without_validation_there_is_one_chart()
    {
        Asked("generate", "moons", "-o", "m.csv").Good();
        Asked("train", "m.csv", "--target", "class", "--epochs", "2", "--validation", "0").Good();
        Assert.That(Drawn.All(Asked("plot", "history", "m.tnn").Good().Output), Has.Length.EqualTo(1));
    }

    private static void AssertDrawn((double X, double Y)[] line, JsonElement layer, int count)
    {
        JsonElement[] points = [.. layer.GetProperty("points").EnumerateArray()];
        Assert.That(points, Has.Length.EqualTo(count));
        Assert.That(line, Has.Length.EqualTo(count));
        foreach (((double x, double y), JsonElement point) in line.Zip(points))
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
        Asked("plot", "history", "not.jsonl").Failed(3, "not.jsonl, line 1");
        Asked("plot", "history", "empty.jsonl").Failed(2, "empty.jsonl");
        Asked("plot", "history", "none.jsonl").Failed(3, "none.jsonl");
        Place.Write("much.jsonl", """{"Properties":{"Epoch":1,"TrainingLoss":1,"ValidationAccuracy":7}}""");
        Asked("plot", "history", "much.jsonl").Failed(3, "much.jsonl, line 1");
        Asked("plot", "history", "none.tnn").Failed(4, "none.tnn");
        Place.Write("m.jsonl", "{}");
        Asked("plot", "history", "m.jsonl", "-o", "m.jsonl", "--force").Failed(2, "m.jsonl");
    }
}
