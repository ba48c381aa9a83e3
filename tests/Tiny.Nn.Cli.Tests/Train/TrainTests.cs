using System.Text.Json;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Reports;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class TrainTests : CommandTests
{
    [Test]
    public void Classes_are_learned_and_reported()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--epochs", "30").Good();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.Error, Does.Contain("150 rows, 4 features"));
            Assert.That(run.Error, Does.Contain("3 classes: setosa, versicolor, virginica"));
            Assert.That(run.Error, Does.Contain("4-32-3 relu, 259 parameters"));
            Assert.That(run.Error, Does.Contain("epoch 1/30"));
            Assert.That(run.Error, Does.EndWith($"next    tinynn predict iris.tnn {Samples.Iris}\n"));
            Assert.That(
                run.Output,
                Does.Contain("majority class").And.Contain("0.3333").And.Contain("actual \\ predicted")
            );
            Assert.That(Place.Names.Single(), Is.EqualTo("iris.tnn"));
        }
    }

    [Test]
    public void The_next_command_works()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--epochs", "2").Good();
        string[] next = run.Error.TrimEnd().Split('\n')[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(Tinynn(next[2..]).Good().Lines, Has.Length.EqualTo(151));
    }

    [Test]
    public void Two_classes_are_learned()
    {
        JsonElement document = Asked("train", Samples.Cancer, "--target", "diagnosis", "--epochs", "10", "--json")
            .Good()
            .Json;
        Assert.That(document.GetProperty("network").GetProperty("sizes").GetString(), Is.EqualTo("30-32-1"));
        Assert.That(document.GetProperty("test").GetProperty("accuracy").GetDouble(), Is.GreaterThan(0.9));
    }

    [Test]
    public void Numbers_are_learned()
    {
        Run run = Asked("train", Samples.Diabetes, "--target", "progression", "--epochs", "30").Good();
        Assert.That(run.Output, Does.Contain("RMSE").And.Contain("MAE").And.Contain("R²"));
        Assert.That(run.Error, Does.Contain("regression of progression"));
    }

    [Test]
    public void The_report_is_that_of_the_library()
    {
        JsonElement document = Asked(
                "train",
                Samples.Diabetes,
                "--target",
                "progression",
                "--epochs",
                "7",
                "--hidden",
                "5,3",
                "--activation",
                "tanh",
                "--optimizer",
                "rmsprop",
                "--learning-rate",
                "0.01",
                "--batch-size",
                "20",
                "--loss",
                "huber",
                "--l2",
                "0.01",
                "--clip-norm",
                "2",
                "--dropout",
                "0.1",
                "--patience",
                "none",
                "--seed",
                "9",
                "--test",
                "0.3",
                "--validation",
                "0.1",
                "--json"
            )
            .Good()
            .Json;
        Recipe recipe = new()
        {
            Epochs = 7,
            Hidden = [5, 3],
            Activation = Activations.Activation.Tanh,
            Optimizer = Optimizers.Optimizer.Parse("rmsprop") with { LearningRate = 0.01 },
            BatchSize = 20,
            RegressionLoss = Losses.Loss.Huber,
            Penalty = new Optimizers.WeightPenalty(0, 0.01),
            Clipping = Optimizers.GradientClipping.ByNorm(2),
            Dropout = 0.1,
            Patience = null,
            Seed = 9,
            TestFraction = 0.3,
            ValidationFraction = 0.1,
        };
        Judged<float> outcome = Experiment.Run<float>(
            Tabular.Csv.CsvTable.Read(Samples.Diabetes, "progression"),
            recipe
        );
        Assert.That(
            document.GetProperty("test").GetProperty("rmse").GetDouble(),
            Is.EqualTo(((NumberReport)outcome.Test!).Metrics.RootMeanSquaredError)
        );
        using MemoryStream expected = new();
        ModelFile.Write(outcome.Model, expected);
        Assert.That(File.ReadAllBytes(Place.Path("diabetes.tnn")), Is.EqualTo(expected.ToArray()));
    }

    [Test]
    public void Without_flags_the_recipe_is_a_new_one_of_normal_effort()
    {
        Recipe recipe = new() { Effort = Effort.Normal };
        Assert.That(SettingsOf(), Is.EqualTo(recipe.ToSettings(TargetKind.Classification).ToDictionary()));
    }

    [Test]
    public void A_flag_that_describes_a_network_makes_that_one_network()
    {
        Recipe recipe = new() { Epochs = 2 };
        Assert.That(
            SettingsOf("--epochs", "2"),
            Is.EqualTo(recipe.ToSettings(TargetKind.Classification).ToDictionary())
        );
    }

    private Dictionary<string, string> SettingsOf(params string[] flags) =>
        Asked(["train", Samples.Iris, "--target", "species", "--json", "--dry-run", .. flags])
            .Good()
            .Json.GetProperty("settings")
            .Deserialize<Dictionary<string, string>>()!;

    [Test]
    public void No_hidden_layer_makes_a_linear_model()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--hidden", "none", "--epochs", "3").Good();
        Assert.That(run.Error, Does.Contain("4-3 linear, 15 parameters"));
    }

    [Test]
    public void A_dash_is_stdin_and_the_line_ends_do_not_matter()
    {
        string[] arguments = ["train", "-", "--target", "5", "--epochs", "3"];
        string text = File.ReadAllText(Samples.Iris);
        Tests.Tinynn.In(Place, [.. arguments, "-o", "a.tnn"], text).Good();
        Tests
            .Tinynn.In(Place, [.. arguments, "-o", "b.tnn"], "\uFEFF" + text.TrimEnd().ReplaceLineEndings("\r\n"))
            .Good();
        Assert.That(File.ReadAllBytes(Place.Path("a.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("b.tnn"))));
    }

    [Test]
    public void Whole_numbers_of_few_values_are_classes_unless_told_otherwise()
    {
        string rows = string.Concat(Enumerable.Range(0, 40).Select(i => $"{i},{i % 3}\n"));
        Place.Write("counts.csv", "x,count\n" + rows);
        Run classes = Asked("train", "counts.csv", "--target", "count", "--epochs", "2").Good();
        Run amounts = Asked(
                "train",
                "counts.csv",
                "--target",
                "count",
                "--epochs",
                "2",
                "--task",
                "regression",
                "--force"
            )
            .Good();
        Assert.That(classes.Error, Does.Contain("classification of count").And.Contain("--task regression"));
        Assert.That(amounts.Error, Does.Contain("regression of count (as --task says)"));
    }

    [Test]
    public void Force_replaces_a_model()
    {
        Place.Write("iris.tnn", "old");
        Asked("train", Samples.Iris, "--target", "species", "--epochs", "2", "--force").Good();
        Asked("inspect", "iris.tnn").Good();
    }
}
