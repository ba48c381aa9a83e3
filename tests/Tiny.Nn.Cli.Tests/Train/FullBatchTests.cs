using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class FullBatchTests : CommandTests
{
    private static readonly string[] Iris = ["train", Samples.Iris, "--target", "species"];

    [TestCase("DOTNET_TieredCompilation", "0")]
    [TestCase("DOTNET_EnableHWIntrinsic", "0")]
    [TestCase("DOTNET_EnableAVX", "0")]
    [TestCase("DOTNET_EnableAVX2", "0")]
    [TestCase("DOTNET_EnableAVX512", "0")]
    public void The_same_seed_gives_the_same_bytes_on_any_processor(string setting, string value)
    {
        string[] arguments = [.. Iris, "--optimizer", "lbfgs", "--l2", "0.01", "--epochs", "30", "-o"];
        Tests.Tinynn.In(Place, [.. arguments, "a.tnn"], "").Good();
        Tests.Tinynn.In(Place, [.. arguments, "b.tnn"], "", (setting, value)).Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
    }

    [TestCase("2")]
    [TestCase("5")]
    public void Any_number_of_threads_gives_the_same_bytes(string threads)
    {
        string settings = "--target digit --hidden 300 --optimizer lbfgs --epochs 3";
        string[] arguments = ["train", Samples.Digits, .. settings.Split(' '), "--threads"];
        Asked([.. arguments, "1", "-o", "a.tnn"]).Good();
        Asked([.. arguments, threads, "-o", "b.tnn"]).Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
    }

    [Test]
    public void No_hidden_layer_is_the_linear_model_of_the_report()
    {
        JsonElement alone = Asked([.. Iris, "--hidden", "none", "--json"]).Good().Json;
        JsonElement network = Asked([.. Iris, "--epochs", "2", "--learning-rate", "1", "--json", "--force"])
            .Good()
            .Json;
        JsonElement beside = network.GetProperty("test").GetProperty("baselines")[1];
        Assert.That(beside.GetProperty("name").GetString(), Is.EqualTo("linear model"));
        Assert.That(Values(beside.GetProperty("report")), Is.EqualTo(Values(alone.GetProperty("test"))));
        Assert.That(alone.GetProperty("training").GetProperty("ending").GetString(), Is.EqualTo("minimum"));
    }

    [TestCase("--optimizer", "sgd", "sgd")]
    [TestCase("--epochs", "3", "adam")]
    [TestCase("--patience", "3", "adam")]
    [TestCase("--l2", "0.1", "adam")]
    [TestCase("--batch-size", "16", "adam")]
    [TestCase("--seed", "3", "lbfgs to the optimum")]
    [TestCase("--scale", "robust", "lbfgs to the optimum")]
    public void Where_a_flag_says_how_no_hidden_layer_is_trained_so(string flag, string value, string optimizer)
    {
        Run run = Asked([.. Iris, "--hidden", "none", flag, value, "--dry-run"]).Good();
        Assert.That(run.Error, Does.Contain($"cross-entropy, {optimizer}"));
    }

    [Test]
    public void A_model_repeats_it_to_the_last_bit_and_gives_way_to_what_is_typed()
    {
        Asked([.. Iris, "--hidden", "none", "-o", "a.tnn"]).Good();
        string[] like = ["train", Samples.Iris, "--like", "a.tnn", "-o"];
        Asked([.. like, "b.tnn"]).Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
        Assert.That(Asked([.. like, "c.tnn", "--optimizer", "adam"]).Good().Error, Does.Contain("adam 0.005"));
        Assert.That(Asked([.. like, "d.tnn", "--hidden", "4"]).Good().Error, Does.Contain("4-4-3 relu"));
        Asked([.. Iris, "--dropout", "0.1", "-o", "e.tnn"]).Good();
        Run typed = Asked("train", Samples.Iris, "--like", "e.tnn", "--optimizer", "lbfgs", "-o", "f.tnn").Good();
        Assert.That(typed.Error, Does.Contain("lbfgs, seed 1"));
    }

    [Test]
    public void A_file_of_settings_may_name_it()
    {
        Place.Write("c.json", """{ "target": "species", "optimizer": "lbfgs", "l2": 0.01, "hidden": [4] }""");
        string[] flags = ["--config", "c.json", "--save-config", "d.json", "-o", "a.tnn"];
        Asked(["train", Samples.Iris, .. flags]).Good();
        Asked("train", Samples.Iris, "--config", "d.json", "-o", "b.tnn").Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
    }

    [TestCase("--batch-size 8", "--batch-size 8")]
    [TestCase("--learning-rate 0.1", "--learning-rate 0.1")]
    [TestCase("--schedule cosine", "--schedule cosine")]
    [TestCase("--clip-norm 1", "--clip-norm 1")]
    [TestCase("--momentum 0.5", "--momentum 0.5")]
    [TestCase("--dropout 0.1", "dropout 0.1")]
    [TestCase("--normalization batch", "normalization batch")]
    [TestCase("--l1 0.1", "l1 0.1")]
    [TestCase("--l2 auto", "l2 auto")]
    public void What_does_not_go_with_it_is_refused(string flags, string place) =>
        Asked([.. Iris, "--optimizer", "lbfgs", .. flags.Split(' '), "--dry-run"]).Failed(2, place);

    [TestCase("trace")]
    [TestCase("plot flow")]
    [TestCase("exercise")]
    public void What_shows_a_step_of_a_batch_has_none_of_it(string command) =>
        Asked([.. command.Split(' '), Samples.Iris, "--target", "species", "--optimizer", "lbfgs"])
            .Failed(2, "--optimizer lbfgs");

    [Test]
    public void A_time_limit_keeps_the_best_step()
    {
        string[] flags = ["--hidden", "500,500", "--optimizer", "lbfgs", "--max-time", "3s", "--json"];
        JsonElement training = Tinynn(["train", Samples.Digits, "--target", "digit", .. flags])
            .Good()
            .Json.GetProperty("training");
        Assert.That(training.GetProperty("ending").GetString(), Is.AnyOf("time-limit", "stopping-rule", "minimum"));
        Assert.That(training.GetProperty("epochs").GetInt32(), Is.Positive);
    }

    [Test]
    public void It_is_watched_and_told_like_any_other()
    {
        Run run = Asked([.. Iris, "--optimizer", "lbfgs", "--verbose", "--diagnose", "--log-file", "l.json"]).Good();
        Assert.That(run.Error, Does.Contain("epoch 1/200  loss ").And.Contain("validation"));
        Assert.That(run.Error, Does.Contain("trained "));
        Assert.That(File.ReadAllLines(Place.Path("l.json")), Has.Length.GreaterThan(3));
    }

    private static double[] Values(JsonElement report) =>
        [
            .. report
                .GetProperty("measures")
                .EnumerateArray()
                .Select(measure => measure.GetProperty("value").GetDouble()),
        ];
}
