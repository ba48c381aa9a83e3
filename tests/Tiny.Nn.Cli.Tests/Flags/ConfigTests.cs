namespace Tiny.Nn.Cli.Tests.Flags;

internal sealed class ConfigTests : CommandTests
{
    private const string Settings = """
        {
            // Comments may stand here, and a comma too many.
            "target": "species",
            "hidden": [7, 5],
            "epochs": 3,
            "learning-rate": 0.01,
            "ignore": ["sepal_width"],
            "no-header": false,
        }
        """;

    [Test]
    public void A_file_of_settings_stands_for_the_flags_of_the_same_names()
    {
        Place.Write("run.json", Settings);
        string[] flags = ["--target", "species", "--hidden", "7,5", "--epochs", "3", "--learning-rate", "0.01"];
        Asked("train", Samples.Iris, "--config", "run.json", "-o", "a.tnn").Good();
        Asked(["train", Samples.Iris, .. flags, "--ignore", "sepal_width", "--no-header=false", "-o", "b.tnn"]).Good();
        Assert.That(Bytes("a.tnn"), Is.EqualTo(Bytes("b.tnn")));
    }

    [Test]
    public void Flags_win_over_the_file_and_the_file_wins_over_the_model()
    {
        string[] typed = ["--target", "species", "--hidden", "3", "--epochs", "1", "--seed", "5"];
        Asked(["train", Samples.Iris, .. typed, "-o", "old.tnn"]).Good();
        Place.Write("run.json", """{ "hidden": "4,4", "epochs": 2 }""");
        Run run = Asked(["train", Samples.Iris, "--hidden", "6", "--config", "run.json", "--like", "old.tnn", "--json"])
            .Good();
        System.Text.Json.JsonElement settings = run.Json.GetProperty("settings");
        Assert.That(settings.GetProperty("hidden").GetString(), Is.EqualTo("6"));
        Assert.That(settings.GetProperty("epochs").GetString(), Is.EqualTo("2"));
        Assert.That(settings.GetProperty("seed").GetString(), Is.EqualTo("5"));
    }

    [TestCase("""{ "hiden": 3 }""", "\"hiden\"", "Did you mean \"hidden\"?")]
    [TestCase("""{ "config": "other.json" }""", "\"config\"", "--help")]
    [TestCase("""{ "help": true }""", "\"help\"", "--help")]
    [TestCase("""{ "hidden": 0 }""", "run.json, \"hidden\": 0", "--hidden 16,16")]
    [TestCase("""{ "activation": "rleu" }""", "run.json, \"activation\": rleu", "Did you mean relu?")]
    [TestCase("""{ "no-header": 3 }""", "run.json, \"no-header\"", "true or false")]
    [TestCase("""{ "hidden": null }""", "\"hidden\"", "Write")]
    [TestCase("""{ "hidden": { "a": 1 } }""", "\"hidden\"", "Write")]
    [TestCase("""{ "seed": 1, "seed": 2 }""", "\"seed\"", "Leave")]
    [TestCase("[1]", "run.json", "Write")]
    [TestCase("{ \n\"seed\" 1 }", "run.json, line 2", "Write")]
    [TestCase("", "run.json", "Write")]
    public void What_is_wrong_with_a_file_of_settings_is_told(string text, string place, string advice)
    {
        Place.Write("run.json", text);
        Run run = Asked("train", "none.csv", "--target", "y", "--config", "run.json").Failed(2, place);
        Assert.That(run.Error, Does.Contain(advice));
    }

    [Test]
    public void A_file_of_settings_must_be_there() =>
        Asked("train", "none.csv", "--config", "none.json").Failed(2, "--config none.json");

    [Test]
    public void Only_one_thing_comes_from_stdin()
    {
        Asked("train", "-", "--config", "-").Failed(2, "- -");
        Asked("train", "none.csv", "--config", "-", "--like", "-").Failed(2, "- -");
        Run run = Tests.Tinynn.In(Place, ["train", "none.csv", "--config", "-"], """{ "target": "y" }""");
        run.Failed(3, "none.csv");
    }

    [Test]
    public void A_model_repeats_itself()
    {
        string data = Place.Write("data.csv", File.ReadAllText(Samples.Iris).Replace(',', ';'));
        string[] flags =
        [
            .. new[] { "--target", "species", "--hidden", "6,4", "--activation", "leaky-relu:0.2", "--dropout", "0.1" },
            .. new[] { "--optimizer", "rmsprop", "--learning-rate", "0.002", "--clip-norm", "1", "--l2", "1e-5" },
            .. new[] { "--epochs", "4", "--patience", "none", "--seed", "18446744073709551615", "--scale", "robust" },
            .. new[] { "--mark-from", "0.01", "--word-buckets", "32" },
            .. new[] { "--delimiter", "semicolon", "--ignore", "1", "--missing", "", "--label-smoothing", "0.05" },
        ];
        Asked(["train", data, .. flags, "-o", "a.tnn", "--save-config", "run.json"]).Good();
        Asked("train", data, "--like", "a.tnn", "-o", "b.tnn").Good();
        Asked("train", data, "--like", "b.tnn", "--target", "species", "-o", "c.tnn").Good();
        Asked("train", data, "--config", "run.json", "-o", "d.tnn").Good();
        Assert.That(Bytes("b.tnn"), Is.EqualTo(Bytes("a.tnn")));
        Assert.That(Bytes("c.tnn"), Is.EqualTo(Bytes("a.tnn")));
        Assert.That(Bytes("d.tnn"), Is.EqualTo(Bytes("a.tnn")));
        Assert.That(
            Asked("inspect", "a.tnn").Good().Output,
            Does.Match(@"delimiter +semicolon").And.Match(@"ignore +1").And.Match(@"seed +18446744073709551615")
        );
    }

    [TestCase("--cv 3 --repeats 2")]
    [TestCase("--cv 3 --group who")]
    [TestCase("--group who --test 0.3")]
    [TestCase("--time when --validation 0.2")]
    [TestCase("--split-column part --weight-column size")]
    [TestCase("--test-file data.csv")]
    public void A_model_and_a_file_repeat_which_rows_judged(string flags)
    {
        WriteRows();
        string[] ignored = ["--ignore", string.Join(',', Others.Where(name => !flags.Contains(name)))];
        string[] more = ["--target", "y", "--epochs", "2", .. ignored, .. flags.Split(' ')];
        Run first = Asked(["train", "data.csv", .. more, "-o", "a.tnn", "--save-config", "run.json"]).Good();
        Run like = Asked("train", "data.csv", "--like", "a.tnn", "-o", "b.tnn").Good();
        Run config = Asked("train", "data.csv", "--config", "run.json", "-o", "c.tnn").Good();
        Assert.That(like.Output, Is.EqualTo(first.Output));
        Assert.That(config.Output, Is.EqualTo(first.Output));
        Assert.That(Bytes("b.tnn"), Is.EqualTo(Bytes("a.tnn")));
        Assert.That(Bytes("c.tnn"), Is.EqualTo(Bytes("a.tnn")));
    }

    [Test]
    public void The_numbers_of_an_optimizer_are_repeated_shown_and_traced()
    {
        string[] step = ["--optimizer", "adamw", "--beta1", "0.8", "--weight-decay", "0.1", "--clip-value", "0.5"];
        string[] flags = ["--target", "species", "--epochs", "2", "--hidden", "3", .. step];
        Asked(["train", Samples.Iris, .. flags, "-o", "a.tnn", "--save-config", "run.json"]).Good();
        Asked("train", Samples.Iris, "--like", "a.tnn", "-o", "b.tnn").Good();
        Asked("train", Samples.Iris, "--config", "run.json", "-o", "c.tnn").Good();
        Assert.That(Bytes("b.tnn"), Is.EqualTo(Bytes("a.tnn")));
        Assert.That(Bytes("c.tnn"), Is.EqualTo(Bytes("a.tnn")));
        Assert.That(
            Asked("inspect", "a.tnn").Good().Output,
            Does.Match(@"beta1 +0\.8").And.Match(@"weight-decay +0\.1").And.Match(@"clip-value +0\.5")
        );
        Assert.That(
            Asked("trace", Samples.Iris, "--model", "a.tnn").Good().Output,
            Does.Contain("β₁ = 0.8").And.Contain("λ = 0.1")
        );
        Run plain = Asked("train", Samples.Iris, "--like", "a.tnn", "--optimizer", "adam", "--clip-norm", "1", "--json")
            .Good();
        System.Text.Json.JsonElement settings = plain.Json.GetProperty("settings");
        Assert.That(settings.TryGetProperty("weight-decay", out _), Is.False);
        Assert.That(settings.TryGetProperty("clip-value", out _), Is.False);
        Assert.That(settings.GetProperty("beta1").GetString(), Is.EqualTo("0.8"));
    }

    [TestCase("--cv 3 --repeats 2", "--test 0.3", "test=0.3")]
    [TestCase("--split-column part", "--cv 3", "cv=3")]
    [TestCase("--test 0.3", "--cv 3", "cv=3")]
    [TestCase("--time when", "--group who", "group=who test=0.2")]
    public void A_flag_drives_out_the_settings_that_it_contradicts(string flags, string typed, string left)
    {
        WriteRows();
        string[] features = ["--target", "y", "--epochs", "2", "--features", "x"];
        Asked(["train", "data.csv", .. features, .. flags.Split(' '), "-o", "a.tnn", "--save-config", "run.json"])
            .Good();
        string[] ways = ["cv", "repeats", "split-column", "test-file", "time", "group", "test"];
        foreach (string[] from in new[] { new[] { "--like", "a.tnn" }, ["--config", "run.json"] })
        {
            Run run = Asked(["train", "data.csv", .. from, .. typed.Split(' '), "-o", "b.tnn", "--force", "--json"])
                .Good();
            Assert.That(
                string.Join(
                    ' ',
                    run.Json.GetProperty("settings")
                        .EnumerateObject()
                        .Where(setting => ways.Contains(setting.Name))
                        .Select(setting => $"{setting.Name}={setting.Value}")
                ),
                Is.EqualTo(left)
            );
        }
    }

    [Test]
    public void Two_settings_of_one_file_that_contradict_each_other_are_refused()
    {
        Place.Write("run.json", """{ "cv": 3, "test": 0.2 }""");
        Asked("train", "none.csv", "--target", "y", "--config", "run.json").Failed(2, "--cv --test");
    }

    [Test]
    public void Of_another_target_nothing_is_repeated_that_is_about_the_first()
    {
        string[] about = ["--label-smoothing", "0.1", "--task", "classification"];
        Asked(["train", Samples.Iris, "--target", "species", .. about, "--epochs", "2", "-o", "a.tnn"]).Good();
        Run run = Asked("train", Samples.Iris, "--like", "a.tnn", "--target", "petal_width", "--json").Good();
        Assert.That(run.Json.GetProperty("task").GetString(), Is.EqualTo("regression"));
        Assert.That(run.Json.GetProperty("settings").GetProperty("epochs").GetString(), Is.EqualTo("2"));
    }

    [Test]
    public void What_is_no_model_is_not_repeated()
    {
        Place.Write("a.tnn", "nonsense");
        Asked("train", Samples.Iris, "--like", "a.tnn").Failed(4, "a.tnn");
        Asked("train", Samples.Iris, "--like", "none.tnn").Failed(4, "none.tnn");
    }

    [Test]
    public void Settings_do_not_replace_what_is_there()
    {
        Place.Write("run.json", "old");
        Asked("train", Samples.Iris, "--target", "species", "--save-config", "run.json").Failed(2, "run.json");
        Assert.That(File.ReadAllText(Place.Path("run.json")), Is.EqualTo("old"));
    }

    private static readonly string[] Others = ["who", "when", "part", "size"];

    private void WriteRows()
    {
        string[] parts = ["train", "train", "valid", "test"];
        IEnumerable<string> rows = Enumerable
            .Range(0, 48)
            .Select(row =>
                $"{row * 7 % 12},g{row / 6},{row},{parts[row % 4]},{1 + (row % 2)},{(row % 12 < 5 ? "p" : "q")}"
            );
        Place.Write("data.csv", $"x,who,when,part,size,y\n{string.Join('\n', rows)}\n");
    }

    private byte[] Bytes(string name) => File.ReadAllBytes(Place.Path(name));
}
