using System.Text.Json;

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
    public void A_language_alone_is_a_mistake() =>
        Train(Samples.Iris, "species", "--lang", "ja").Failed(exitCode: 2, "--lang");

    private Run Train(string data, string target, params string[] flags) =>
        Asked(["train", data, "--target", target, .. flags]);
}
