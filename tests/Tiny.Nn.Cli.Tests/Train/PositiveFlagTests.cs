using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>--positive: which of two classes measures, threshold and costs are about; it is named wherever they are.</summary>
internal sealed class PositiveFlagTests : CommandTests
{
    [Test]
    public void It_is_named_wherever_its_numbers_are()
    {
        Run run = Train("--positive", "neg", "--threshold", "f1", "-o", "m.tnn", "--report", "page.html");
        Assert.That(run.Error, Does.Contain("2 classes: neg, pos; positive: neg"));
        const string about = "ROC AUC and average precision: of \"neg\", the positive class.";
        Assert.That(run.Output, Does.Contain(about).And.Contain("A row is taken for neg where"));
        Assert.That(File.ReadAllText(Place.Path("page.html")), Does.Contain(about).And.Contain("positive class"));
        Assert.That(Asked("evaluate", "m.tnn", Samples.Pima).Good().Output, Does.Contain(about));
        Assert.That(Asked("inspect", "m.tnn").Good().Output, Does.Match("positive class +neg"));
        Run folds = Train("--positive", "neg", "--cv", "2", "-o", "f.tnn");
        Assert.That(folds.Output.Split(about), Has.Length.EqualTo(3), "The folds, and all rows together");
    }

    [Test]
    public void Documents_have_it_beside_the_names_that_they_had()
    {
        JsonElement test = Train("--positive", "neg", "--json", "-o", "m.tnn").Json.GetProperty("test");
        Assert.That(test.GetProperty("positive").GetString(), Is.EqualTo("neg"));
        JsonElement[] measures = [.. test.GetProperty("measures").EnumerateArray()];
        Assert.That(measures[8].GetProperty("name").GetString(), Is.EqualTo("ROC AUC"));
        Assert.That(measures[8].GetProperty("class").GetString(), Is.EqualTo("neg"));
        Assert.That(measures[0].TryGetProperty("class", out _), Is.False);
        JsonElement plan = Train("--positive", "neg", "--json", "--dry-run").Json;
        Assert.That(plan.GetProperty("positive").GetString(), Is.EqualTo("neg"));
    }

    /// <summary>What is above the threshold in its own column of probabilities is predicted, and nothing else.</summary>
    [TestCase("neg", 2)]
    [TestCase("pos", 3)]
    public void Predict_goes_by_its_probability(string positive, int column)
    {
        Train("--positive", positive, "--threshold", "0.8", "-o", "m.tnn");
        Asked("predict", "m.tnn", Samples.Pima, "--probabilities", "-o", "p.csv").Good();
        string[][] rows = [.. File.ReadLines(Place.Path("p.csv")).Skip(1).Select(line => line.Split(','))];
        Assert.That(
            rows.Select(row => row[0] == positive),
            Is.EqualTo(
                rows.Select(row => double.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture) > 0.8)
            )
        );
    }

    [Test]
    public void Settings_and_models_keep_it()
    {
        Train("--positive", "neg", "--save-config", "c.json", "-o", "a.tnn");
        Train("--config", "c.json", "-o", "b.tnn");
        Train("--like", "a.tnn", "-o", "c.tnn");
        byte[] first = File.ReadAllBytes(Place.Path("a.tnn"));
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(first));
        Assert.That(File.ReadAllBytes(Place.Path("c.tnn")), Is.EqualTo(first));
    }

    [Test]
    public void A_comparison_is_about_one_class_whatever_the_second_model_takes_for_it()
    {
        Train("--positive", "neg", "-o", "a.tnn");
        Train("-o", "b.tnn");
        Run run = Asked("compare", "a.tnn", "b.tnn", Samples.Pima, "--json").Good();
        Assert.That(run.Json.GetProperty("positive").GetString(), Is.EqualTo("neg"));
        foreach (JsonElement measure in run.Json.GetProperty("measures").EnumerateArray())
        {
            Assert.That(
                measure.GetProperty("second").GetDouble(),
                Is.EqualTo(measure.GetProperty("first").GetDouble()),
                $"{measure}"
            );
        }
        Assert.That(Asked("compare", "b.tnn", "a.tnn", Samples.Pima).Good().Output, Does.Contain("of \"pos\""));
    }

    [TestCase("neq", "\"neq\" is no class.", "Did you mean neg? The classes are: neg, pos.")]
    [TestCase("1", "\"1\" is no class.", "The classes are: neg, pos.")]
    [TestCase(" ", "is no name of a class", "--positive yes")]
    public void What_is_no_class_is_refused(string positive, string told, string advice)
    {
        Run run = Asked("train", Samples.Pima, "--target", "diabetes", "--positive", positive).Failed(2, "--positive");
        Assert.That(run.Error, Does.Contain(told).And.Contain(advice));
    }

    [Test]
    public void So_is_one_of_several_classes_and_one_of_a_number()
    {
        Run three = Asked("train", Samples.Iris, "--target", "species", "--positive", "setosa").Failed(2, "--positive");
        Assert.That(three.Error, Does.Contain("one of two, and the target has 3: setosa, versicolor, virginica"));
        Asked("train", Samples.Diabetes, "--target", "progression", "--positive", "1").Failed(2, "--positive");
    }

    private Run Train(params string[] more) =>
        Asked(["train", Samples.Pima, "--target", "diabetes", "--epochs", "3", "--hidden", "4", .. more]).Good();
}
