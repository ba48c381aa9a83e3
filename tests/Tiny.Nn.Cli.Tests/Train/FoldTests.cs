using System.Text.Json;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>Cross-validation, and the quality gate.</summary>
internal sealed class FoldTests : CommandTests
{
    [Test]
    public void Five_folds_of_pima_are_as_accurate_as_one_reads_elsewhere() =>
        Assert.That(Accuracy(Samples.Pima, "diabetes"), Is.EqualTo(0.76).Within(0.02));

    [Test]
    public void Five_folds_of_house_votes_are_as_accurate_as_one_reads_elsewhere() =>
        Assert.That(Accuracy(Samples.Votes, "party"), Is.EqualTo(0.95).Within(0.015));

    [Test]
    public void The_result_is_that_of_the_library_for_any_number_of_threads()
    {
        string[] flags = ["--epochs", "3", "--cv", "3", "--repeats", "2", "--json"];
        JsonElement one = Train([.. flags, "--threads", "1"]);
        byte[] model = File.ReadAllBytes(Place.Path("iris.tnn"));
        JsonElement three = Train([.. flags, "--threads", "3"]);
        Assert.That(three.ToString(), Is.EqualTo(one.ToString()));
        Assert.That(File.ReadAllBytes(Place.Path("iris.tnn")), Is.EqualTo(model));

        Recipe recipe = new() { Epochs = 3 };
        CrossValidationOptions options = new() { Folds = 3, Repeats = 2 };
        Table table = CsvTable.Read(Samples.Iris, "species");
        MeasureSummary accuracy = CrossValidation.Run<float>(table, recipe, options).Summaries[0];
        JsonElement folds = one.GetProperty("cross_validation");
        JsonElement first = folds.GetProperty("measures")[0];
        Assert.That(first.GetProperty("mean").GetDouble(), Is.EqualTo(accuracy.Mean));
        Assert.That(
            first.GetProperty("interval").GetProperty("lower").GetDouble(),
            Is.EqualTo(accuracy.Interval.Lower)
        );
        Assert.That(first.GetProperty("values").GetArrayLength(), Is.EqualTo(6));
        Assert.That(folds.GetProperty("pooled").GetArrayLength(), Is.EqualTo(2));
        Assert.That(folds.GetProperty("linear").GetArrayLength(), Is.EqualTo(8));
        Assert.That(folds.GetProperty("baseline").GetProperty("judgement").GetString(), Is.Not.Empty);
        Assert.That(folds.GetProperty("shared_rows").GetProperty("judged").GetInt32(), Is.EqualTo(150));
        Assert.That(one.GetProperty("test").ValueKind, Is.EqualTo(JsonValueKind.Null));

        Model<float> whole = Experiment.Run<float>(table, recipe with { TestFraction = 0 }).Model;
        SortedDictionary<string, string> settings = new(
            whole.Provenance.Settings.Where(setting => setting.Key != "test").ToDictionary(),
            StringComparer.Ordinal
        )
        {
            ["cv"] = "3",
            ["repeats"] = "2",
        };
        using MemoryStream expected = new();
        ModelFile.Write(whole.With(whole.Provenance with { Settings = settings }), expected);
        Assert.That(model, Is.EqualTo(expected.ToArray()), "all rows make the model");
    }

    [Test]
    public void The_tables_show_folds_and_all_rows_and_say_what_is_saved()
    {
        Run run = Asked("train", Samples.Diabetes, "--target", "progression", "--cv", "3", "--epochs", "3").Good();
        Assert.That(run.Output, Does.Contain("3 folds").And.Contain("spread").And.Contain("442 rows out of fold"));
        Assert.That(run.Output, Does.Match("The model .* the linear\\s+model: RMSE"));
        Assert.That(run.Error, Does.Contain("the model to be saved learns from all rows"));
        Assert.That(run.Error, Does.Contain("rows    376 training, 66 validation, 0 test"));
        Assert.That(run.Error, Does.Contain("folds   3 of 3 done\nlinear  1 of 3 done\n"));
    }

    [Test]
    public void The_log_tells_of_the_end_of_each_fold()
    {
        Train("--epochs", "2", "--cv", "3", "--log-file", "run.jsonl", "--json");
        JsonElement[] ends =
        [
            .. File.ReadLines(Place.Path("run.jsonl"))
                .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Properties"))
                .Where(properties => properties.TryGetProperty("Fold", out _)),
        ];
        Assert.That(
            ends.Select(end => end.GetProperty("Fold").GetInt32()),
            Is.EquivalentTo([1, 2, 3, 1, 2, 3]),
            "The network's and the linear model's"
        );
        Assert.That(
            ends.Select(end => end.GetProperty("Measures").GetProperty("accuracy").GetDouble()),
            Is.All.Positive
        );
        Assert.That(ends.Count(end => end.GetProperty("Hidden").GetArrayLength() == 0), Is.EqualTo(3));
    }

    [Test]
    public void Groups_stay_whole_and_a_linear_model_needs_no_other_beside_it()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 40).Select(row => $"{row % 7},g{row / 10},{(row % 7 < 3 ? "a" : "b")}\n")
        );
        Place.Write("data.csv", "x,who,y\n" + rows);
        string[] flags = ["--cv", "4", "--group", "who", "--hidden", "none", "--epochs", "2", "--json"];
        JsonElement folds = Asked(["train", "data.csv", "--target", "y", .. flags])
            .Good()
            .Json.GetProperty("cross_validation");
        foreach (JsonElement fold in folds.GetProperty("folds").EnumerateArray())
        {
            Assert.That(fold.GetProperty("rows").GetInt32(), Is.EqualTo(10));
        }
        Assert.That(folds.GetProperty("linear").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Asked("train", "data.csv", "--target", "y", "--effort", "quick", "--cv", "5", "--group", "who", "--force")
            .Failed(3, "");
        Asked("train", "data.csv", "--target", "y", "--cv", "41", "--force").Failed(3, "data.csv");
    }

    [Test]
    public void Less_accurate_than_asked_for_ends_with_6_and_the_model_is_there()
    {
        Run missed = Asked("train", Samples.Iris, "--target", "species", "--epochs", "1", "--min-accuracy", "1", "-q");
        string[] error = missed.Error.TrimEnd('\n').Split('\n');
        Assert.That(missed.ExitCode, Is.EqualTo(6));
        Assert.That(error, Has.Length.EqualTo(3));
        Assert.That(error[0], Does.Match(@"^error: The accuracy is 0\.\d{4}, and 1 was asked for\.$"));
        Assert.That(error[1], Is.EqualTo("  at: 30 test rows"));
        Assert.That(missed.Output, Does.Contain("accuracy"));
        Asked("inspect", "iris.tnn").Good();
    }

    [Test]
    public void As_accurate_as_asked_for_is_a_success()
    {
        Train("--epochs", "40", "--min-accuracy", "0.8", "--json");
        Run folds = Asked(
            "train",
            Samples.Votes,
            "--target",
            "party",
            "--effort",
            "quick",
            "--cv",
            "3",
            "--min-accuracy",
            "0.999",
            "--json"
        );
        Assert.That(folds.ExitCode, Is.EqualTo(6));
        Assert.That(folds.Json.GetProperty("cross_validation").GetProperty("folds").GetArrayLength(), Is.EqualTo(3));
        Assert.That(folds.Error, Does.Contain("the mean of the folds"));
    }

    private JsonElement Train(params string[] flags) =>
        Asked(["train", Samples.Iris, "--target", "species", "--force", .. flags]).Good().Json;

    private double Accuracy(string data, string target)
    {
        JsonElement document = Asked("train", data, "--target", target, "--effort", "quick", "--cv", "5", "--json")
            .Good()
            .Json;
        JsonElement accuracy = document.GetProperty("cross_validation").GetProperty("measures")[0];
        Assert.That(accuracy.GetProperty("name").GetString(), Is.EqualTo("accuracy"));
        return accuracy.GetProperty("mean").GetDouble();
    }
}
