using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Reports;

/// <summary>What a report says, and what a model brings along so that it can be said again.</summary>
internal sealed class ReportTests : CommandTests
{
    private const int Width = 80;

    [TestCase("breast_cancer.csv", "diagnosis")]
    [TestCase("digits.csv", "digit")]
    [TestCase("diabetes.csv", "progression")]
    public void It_fits_on_a_terminal(string data, string target)
    {
        string path = Path.Combine(Path.GetDirectoryName(Samples.Iris)!, data);
        Run split = Asked("train", path, "--target", target, "--epochs", "2", "-o", "a.tnn").Good();
        Run folds = Asked("train", path, "--target", target, "--epochs", "2", "--cv", "2", "-o", "b.tnn").Good();
        foreach (string line in split.Lines.Concat(folds.Lines).Concat(Asked("evaluate", "a.tnn", path).Good().Lines))
        {
            Assert.That(line.Length, Is.AtMost(Width), line);
        }
    }

    [Test]
    public void All_measures_have_their_intervals_beside_the_baselines_with_a_verdict()
    {
        Run run = Asked("train", Samples.Cancer, "--target", "diagnosis", "--epochs", "10").Good();
        string[] parts =
        [
            "95 % interval",
            "balanced accuracy",
            "Matthews",
            "calibration error",
            "ROC AUC",
            "average precision",
            "The model beats the majority class: accuracy 0.9",
            "expected calibration",
        ];
        foreach (string part in parts)
        {
            Assert.That(run.Output, Does.Contain(part));
        }
        Assert.That(run.Output, Does.Match("the linear\\s+model"));
        Assert.That(run.Output, Does.Match(@"accuracy +0\.9\d{3} +0\.\d{4} to [01]\.\d{4} +0\.\d{4} +0\.\d{4}"));
        Assert.That(run.Output, Does.Match(@"malignant +[01]\.\d{4} +[01]\.\d{4} +0\.\d{4} to [01]\.\d{4}"));
    }

    [Test]
    public void The_document_has_all_of_it()
    {
        JsonElement test = Asked("train", Samples.Cancer, "--target", "diagnosis", "--epochs", "5", "--json")
            .Good()
            .Json.GetProperty("test");
        Assert.That(test.GetProperty("measures").GetArrayLength(), Is.EqualTo(10));
        Assert.That(test.GetProperty("measures")[0].GetProperty("better").GetString(), Is.EqualTo("larger"));
        Assert.That(test.GetProperty("threshold").GetDouble(), Is.EqualTo(0.5));
        Assert.That(test.GetProperty("positive").GetString(), Is.EqualTo("malignant"));
        Assert.That(test.GetProperty("calibration").GetProperty("bins").GetArrayLength(), Is.EqualTo(10));
        JsonElement recall = test.GetProperty("classes")[0].GetProperty("recall_interval");
        Assert.That(recall.GetProperty("lower").GetDouble(), Is.LessThan(recall.GetProperty("upper").GetDouble()));
        JsonElement baseline = test.GetProperty("baselines")[1];
        Assert.That(baseline.GetProperty("name").GetString(), Is.EqualTo("linear model"));
        Assert.That(baseline.GetProperty("verdict").GetString(), Does.Contain("linear model: accuracy"));
        Assert.That(baseline.GetProperty("comparisons")[0].GetProperty("p_value").GetDouble(), Is.InRange(0, 1));
        Assert.That(baseline.GetProperty("report").GetProperty("measures").GetArrayLength(), Is.EqualTo(10));
    }

    [Test]
    public void An_evaluation_knows_the_majority_of_the_training_rows()
    {
        string[] lines = File.ReadAllLines(Samples.Cancer);
        string[] few =
        [
            lines[0],
            .. lines.Where(line => line.EndsWith("malignant", StringComparison.Ordinal)).Take(30),
        ];
        Place.Write("few.csv", string.Join('\n', few));
        Asked("train", Samples.Cancer, "--target", "diagnosis", "--epochs", "5", "-o", "m.tnn").Good();
        JsonElement report = Asked("evaluate", "m.tnn", "few.csv", "--json").Good().Json.GetProperty("report");
        JsonElement majority = report.GetProperty("baselines")[0];
        Assert.That(majority.GetProperty("name").GetString(), Is.EqualTo("majority class"));
        Assert.That(majority.GetProperty("report").GetProperty("accuracy").GetDouble(), Is.Zero);
    }

    [Test]
    public void Predictions_and_evaluation_go_by_the_threshold_of_the_model()
    {
        string[] train =
        [
            "train",
            Samples.Pima,
            "--target",
            "diabetes",
            "--epochs",
            "5",
            "--threshold",
            "0.2",
            "-o",
            "m.tnn",
        ];
        Run run = Asked(train).Good();
        Assert.That(run.Output, Does.Contain("taken for pos where that has a probability above 0.2000"));
        JsonElement report = Asked("evaluate", "m.tnn", Samples.Pima, "--json").Good().Json.GetProperty("report");
        Assert.That(report.GetProperty("threshold").GetDouble(), Is.EqualTo(0.2));
        string[][] rows =
        [
            .. Asked("predict", "m.tnn", Samples.Pima, "--probabilities").Good().Lines[1..].Select(l => l.Split(',')),
        ];
        Assert.That(
            rows.Count(row => row[0] == "pos"),
            Is.EqualTo(report.GetProperty("classes")[1].GetProperty("taken").GetInt32())
        );
        foreach (string[] row in rows)
        {
            double p = double.Parse(row[3], System.Globalization.CultureInfo.InvariantCulture);
            Assert.That(row[0], Is.EqualTo(p > 0.2 ? "pos" : "neg"));
        }
    }

    [TestCase("f1")]
    [TestCase("balanced-accuracy")]
    [TestCase("cost:1,5")]
    public void A_threshold_can_be_chosen(string rule)
    {
        JsonElement document = Asked(
                "train",
                Samples.Pima,
                "--target",
                "diabetes",
                "--epochs",
                "5",
                "--threshold",
                rule,
                "--json"
            )
            .Good()
            .Json;
        Assert.That(
            document.GetProperty("test").GetProperty("threshold").GetDouble(),
            Is.InRange(0.01, 0.99).And.Not.EqualTo(0.5)
        );
        Assert.That(document.GetProperty("settings").GetProperty("threshold").GetString(), Is.EqualTo(rule));
    }

    [TestCase("balanced")]
    [TestCase("neg=1,pos=2")]
    public void Classes_are_weighed(string weights)
    {
        string[] train = ["train", Samples.Pima, "--target", "diabetes", "--epochs", "5", "--force", "--json"];
        int PredictedCount(params string[] flags) =>
            Asked([.. train, .. flags])
                .Good()
                .Json.GetProperty("test")
                .GetProperty("classes")[1]
                .GetProperty("taken")
                .GetInt32();
        Assert.That(
            PredictedCount("--class-weight", weights),
            Is.GreaterThan(PredictedCount("--class-weight", "none"))
        );
    }

    [Test]
    public void How_the_data_were_written_need_not_be_said_again()
    {
        string rows = string.Concat(
            Enumerable.Range(0, 40).Select(row => $"{(row % 9 == 0 ? "-" : $"{row},5")};{(row % 2 == 0 ? "p" : "q")}\n")
        );
        Place.Write("data.csv", rows);
        string[] how = ["--no-header", "--decimal-comma", "--missing", "-"];
        Asked(["train", "data.csv", "--target", "2", "--epochs", "2", .. how]).Good();
        Run silent = Asked("predict", "data.tnn", "data.csv").Good();
        Assert.That(silent.Output, Is.EqualTo(Asked(["predict", "data.tnn", "data.csv", .. how]).Good().Output));
        Assert.That(silent.Lines, Has.Length.EqualTo(41));
        Assert.That(Asked("evaluate", "data.tnn", "data.csv").Good().Output, Does.Contain("40 rows"));
        Place.Write("named.csv", "column_1;column_2\n1.5;p\n?;q\n");
        Run other = Asked(
                "predict",
                "data.tnn",
                "named.csv",
                "--no-header",
                "false",
                "--decimal-comma",
                "false",
                "--missing",
                "?"
            )
            .Good();
        Assert.That(other.Lines, Has.Length.EqualTo(3));
        Asked("predict", "data.tnn", "named.csv", "--no-header", "false").Failed(3, "named.csv, line 2");
    }
}
