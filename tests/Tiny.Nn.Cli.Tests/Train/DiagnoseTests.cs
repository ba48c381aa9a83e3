using System.Text.Json;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class DiagnoseTests : CommandTests
{
    [Test]
    public void A_failing_training_is_explained_with_numbers_and_flags()
    {
        Run run = Train(Samples.Iris, "species", "--diagnose", "--learning-rate", "1").Good();
        Assert.That(run.Error, Does.Contain("diagnosis: The learning rate is too high."));
        Assert.That(run.Error, Does.Match("seen by: The loss rose in [0-9]+ of [0-9]+ epochs"));
        Assert.That(run.Error, Does.Contain("--learning-rate"));
    }

    [Test]
    public void So_is_one_that_diverges()
    {
        Run run = Train(Samples.Diabetes, "progression", "--diagnose", "--optimizer", "sgd", "--learning-rate", "10");
        run.Failed(exitCode: 5, "step");
        Assert.That(run.Error, Does.Contain("seen by: The loss left the range of numbers at step"));
    }

    [Test]
    public void Of_a_healthy_one_it_says_that_nothing_was_found_and_the_model_is_the_same()
    {
        Run run = Train(Samples.Iris, "species", "--diagnose", "--epochs", "20", "-o", "watched.tnn").Good();
        Assert.That(run.Error, Does.Contain("diagnosis: No rule"));
        Run other = Train(Samples.Iris, "species", "--epochs", "20", "-o", "alone.tnn").Good();
        Assert.That(other.Error, Does.Not.Contain("diagnosis"));
        Assert.That(
            File.ReadAllBytes(Place.Path("watched.tnn")),
            Is.EqualTo(File.ReadAllBytes(Place.Path("alone.tnn")))
        );
    }

    [Test]
    public void Documents_have_kinds_numbers_and_places_in_any_language()
    {
        string[] lines = File.ReadAllLines(Samples.Iris);
        lines[4] = lines[4].Replace("setosa", "virginica", StringComparison.Ordinal);
        File.WriteAllLines(Place.Path("wrong.csv"), lines);
        string[] flags = ["--diagnose", "--json", "--test", "0", "--validation", "0", "--epochs", "60"];
        JsonElement english = Train("wrong.csv", "species", [.. flags, "-o", "a.tnn"]).Good().Json;
        JsonElement symptom = english.GetProperty("diagnosis").EnumerateArray().Single();
        Assert.That(symptom.GetProperty("kind").GetString(), Is.EqualTo("suspect-labels"));
        Assert.That(symptom.GetProperty("numbers").GetProperty("samples").GetDouble(), Is.EqualTo(1));
        JsonElement place = symptom.GetProperty("places")[0];
        Assert.That(place.GetProperty("row").GetInt32(), Is.EqualTo(4), "from 1 on, the header not counted");
        Assert.That(place.GetProperty("label").GetString(), Is.EqualTo("virginica"));
        Assert.That(place.GetProperty("looks_like").GetString(), Is.EqualTo("setosa"));
        JsonElement japanese = Train("wrong.csv", "species", [.. flags, "-o", "b.tnn", "--lang", "ja"]).Good().Json;
        JsonElement other = japanese.GetProperty("diagnosis")[0];
        Assert.That(other.GetProperty("kind").GetString(), Is.EqualTo("suspect-labels"));
        Assert.That(other.GetProperty("title").GetString(), Does.Contain("ラベル"));
    }

    [Test]
    public void A_report_has_them_too()
    {
        Train(Samples.Pima, "diabetes", "--diagnose", "--scale", "none", "--epochs", "5", "--report", "page.html")
            .Good();
        string page = File.ReadAllText(Place.Path("page.html"));
        Assert.That(page, Does.Contain("<h2>Diagnosis</h2>"));
        Assert.That(page, Does.Contain("The inputs are not scaled."));
    }

    [Test]
    public void Units_that_start_alike_are_seen_from_the_command()
    {
        Asked("generate", "xor", "--rows", "60", "-o", "x.csv").Good();
        string[] flags = ["--activation", "tanh", "--epochs", "3", "--diagnose", "--force"];
        Place.Write(
            "same.json",
            """{ "layers": [{ "weights": [[1, 1], [1, 1]], "bias": 0, "activation": "tanh" }, { "weights": [[1, 1]], "bias": 0 }] }"""
        );
        foreach (
            string[] start in new[] { new[] { "--hidden", "4", "--initializer", "zeros" }, ["--weights", "same.json"] }
        )
        {
            Run run = Train("x.csv", "class", [.. flags, .. start]).Good();
            Assert.That(run.Error, Does.Contain("diagnosis: Hidden units started alike and stayed alike."));
        }
    }

    [Test]
    public void Weights_of_ones_own_are_those_that_training_begins_with()
    {
        Asked("generate", "moons", "--rows", "60", "-o", "m.csv").Good();
        string net =
            """{ "layers": [{ "weights": [[0.5, -2], [3, 0.25]], "bias": [0, 1] }, { "weights": [[1, -1]], "bias": 0.5 }] }""";
        Place.Write("net.json", net);
        string[] flags = ["--weights", "net.json", "--epochs", "0", "--test", "0", "--validation", "0"];
        Train("m.csv", "class", [.. flags, "-o", "m.tnn"]).Good();
        float[] start = ModelFile.Load<float>(Place.Path("m.tnn")).Network.Parameters.Values.ToArray();
        Assert.That(start, Is.EqualTo([0.5f, 3, -2, 0.25f, 0, 1, 1, -1, 0.5f]));
        Asked("train", "m.csv", "--like", "m.tnn", "--dry-run").Good();
        Train("m.csv", "class", "--weights", "net.json", "--hidden", "3").Failed(2, "--weights --hidden");
        Train("m.csv", "class", "--weights", "net.json", "--cv", "3").Failed(2, "--weights --cv");
        Train("m.csv", "class", "--weights", "net.json", "--initializer", "zeros").Failed(2, "--weights --initializer");
        Train(Samples.Iris, "species", "--weights", "net.json").Failed(2, "net.json, layer 1");
        Train("m.csv", "class", "--weights", "none.json").Failed(2, "none.json");
        Place.Write(
            "odd.json",
            net.Replace("\"bias\": 0.5", "\"bias\": 0.5, \"activation\": \"tanh\"", StringComparison.Ordinal)
        );
        Train("m.csv", "class", "--weights", "odd.json", "--force").Failed(2, "odd.json");
    }

    [Test]
    public void A_loss_that_jumps_is_hinted_at_without_a_diagnosis_and_no_other()
    {
        string[] flags = ["--hidden", "8", "--epochs", "3", "--force"];
        Run wild = Train(Samples.Iris, "species", [.. flags, "--learning-rate", "100"]).Good();
        Assert.That(wild.Error, Does.Match("note: the loss was .* in epoch [123], and knowing nothing costs 1.1"));
        Assert.That(wild.Error, Does.Contain("--diagnose"));
        Assert.That(Train(Samples.Iris, "species", flags).Good().Error, Does.Not.Contain("knowing nothing"));
        Assert.That(
            Train(Samples.Iris, "species", [.. flags, "--learning-rate", "100", "--diagnose"]).Good().Error,
            Does.Not.Contain("note: the loss"),
            "the diagnosis itself says it"
        );
    }

    private Run Train(string data, string target, params string[] flags) =>
        Asked(["train", data, "--target", target, .. flags]);
}
