using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>Where no flag describes a network, bags of networks are trained; and a model of many networks goes through every command.</summary>
internal sealed class EffortTests : CommandTests
{
    [Test]
    public void Every_command_takes_a_model_of_many_networks()
    {
        Run train = Asked("train", Samples.Iris, "--target", "species", "-o", "m.tnn", "--report", "page.html").Good();
        Assert.That(train.Error, Does.Contain("plan    8 × realmlp-small").And.Contains("effort normal"));
        Assert.That(train.Error, Does.Contain("120 training in 8 folds, 30 test"));
        Assert.That(File.ReadAllText(Place.Path("page.html")), Does.Contain("8 × 4-16-128-128-128-3"));

        Assert.That(Asked("predict", "m.tnn", Samples.Iris).Good().Lines, Has.Length.EqualTo(151));
        Assert.That(Asked("evaluate", "m.tnn", Samples.Iris).Good().Output, Does.Contain("150 rows"));
        JsonElement network = Asked("inspect", "m.tnn", "--json").Good().Json.GetProperty("network");
        Assert.That(network.GetProperty("bags").GetArrayLength(), Is.EqualTo(3));
        Assert.That(network.GetProperty("inverse_temperature").GetDouble(), Is.Positive);
        Asked("train", Samples.Iris, "--target", "species", "-o", "one.tnn", "--effort", "quick").Good();
        Assert.That(Asked("compare", "m.tnn", "one.tnn", Samples.Iris).Good().Output, Does.Contain("log-loss"));
        Asked("plot", "boundary", Samples.Iris, "--model", "m.tnn", "-o", "b.svg");
        Asked("train", Samples.Iris, "--like", "m.tnn", "-o", "again.tnn").Good();
        Assert.That(
            File.ReadAllBytes(Place.Path("again.tnn")),
            Is.EqualTo(File.ReadAllBytes(Place.Path("m.tnn"))),
            "what a model remembers makes it once more"
        );
    }

    [TestCase("--hidden", "8")]
    [TestCase("--optimizer", "sgd")]
    [TestCase("--epochs", "3")]
    [TestCase("--recipe", "plain")]
    [TestCase("--scale", "minmax")]
    public void An_effort_and_a_network_contradict_each_other(string flag, string value)
    {
        Run run = Asked("train", "none.csv", "--target", "y", "--effort", "normal", flag, value).Failed(2, flag);
        Assert.That(run.Error, Does.Contain("the size of the table decides"));
    }

    [Test]
    public void Without_test_rows_the_rows_of_the_folds_judge()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--test", "0", "--min-accuracy", "0.9").Good();
        Assert.That(run.Output, Does.Contain("150 out-of-fold rows"));
        Assert.That(run.Output, Does.Contain("No test rows were set aside"));
        JsonElement json = Asked("train", Samples.Iris, "--target", "species", "--test", "0", "--json", "--force")
            .Good()
            .Json;
        Assert.That(json.GetProperty("test").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(json.GetProperty("out_of_fold").GetProperty("measures").GetArrayLength(), Is.Positive);
    }

    [TestCase("realmlp", "\"parametrization\": \"ntk\"")]
    [TestCase("realmlp-s", "\"label-smoothing\": \"0.1\"")]
    [TestCase("binned", "\"bins\": \"24\"")]
    public void A_named_recipe_prints_as_what_it_stands_for(string name, string setting)
    {
        Run dry = Asked("train", Samples.Iris, "--target", "species", "--recipe", name, "--dry-run", "--json").Good();
        Assert.That(dry.Output, Does.Contain(setting));
        JsonElement settings = Asked([
                "train",
                Samples.Iris,
                "--target",
                "species",
                "--recipe",
                name,
                "--hidden",
                "5",
                "--dry-run",
                "--json",
            ])
            .Good()
            .Json.GetProperty("settings");
        Assert.That(settings.GetProperty("hidden").GetString(), Is.EqualTo("5"), "flags go before the recipe");
    }

    [Test]
    public void A_named_recipe_suits_the_task()
    {
        File.WriteAllText(
            Place.Path("n.csv"),
            "a,y\n" + string.Join('\n', Enumerable.Range(0, 40).Select(i => $"{i},{i * 1.5}")) + "\n"
        );
        JsonElement settings = Asked("train", "n.csv", "--target", "y", "--recipe", "realmlp", "--dry-run", "--json")
            .Good()
            .Json.GetProperty("settings");
        Assert.That(settings.GetProperty("activation").GetString(), Is.EqualTo("mish"));
        Assert.That(settings.GetProperty("learning-rate").GetString(), Is.EqualTo("0.2"));
    }

    [Test]
    public void A_prediction_stays_within_what_was_learned_from_unless_it_is_to_go_beyond()
    {
        File.WriteAllText(
            Place.Path("n.csv"),
            "a,y\n" + string.Join('\n', Enumerable.Range(0, 40).Select(i => $"{i},{i * 1.5}")) + "\n"
        );
        File.WriteAllText(Place.Path("far.csv"), "a\n1000\n");
        foreach ((string say, double most) in new[] { ("no", 58.5), ("yes", double.PositiveInfinity) })
        {
            Asked("train", "n.csv", "--target", "y", "--hidden", "none", "--extrapolate", say, "-o", "m.tnn", "--force")
                .Good();
            double said = double.Parse(
                Asked("predict", "m.tnn", "far.csv").Good().Lines[1],
                System.Globalization.CultureInfo.InvariantCulture
            );
            Assert.That(said, say == "no" ? Is.LessThanOrEqualTo(most) : Is.GreaterThan(500));
        }
    }

    [Test]
    public void A_time_that_is_up_leaves_bags_out_and_says_so()
    {
        string[] flags = ["--target", "species", "-o", "m.tnn", "--effort", "high", "--max-time", "3s"];
        Run run = Tinynn(["train", Samples.Iris, .. flags]).Good();
        Assert.That(run.Error, Does.Contain("left    ").And.Contains("the time was up"));
    }
}
