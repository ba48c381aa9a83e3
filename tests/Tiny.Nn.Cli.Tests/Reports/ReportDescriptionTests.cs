using System.Text.Json;
using Tiny.Nn.Cli.Reports;
using Tiny.Nn.Cli.Results;
using Tiny.Nn.Cli.Tests.Results;
using Tiny.Nn.Tabular.Checks;
using Tiny.Nn.Tabular.Metrics;
using Tiny.Nn.Tabular.Reports;

namespace Tiny.Nn.Cli.Tests.Reports;

/// <summary>What is said of reports made by hand.</summary>
internal sealed class ReportDescriptionTests
{
    /// <summary>Five rows: a, a, a, b, b, of which the third is taken for b.</summary>
    private static ClassReport Classes(double? threshold = 0.5) =>
        new(["a", "b"], new ConfusionMatrix([0, 0, 1, 1, 1], [0, 0, 0, 1, 1], 2), LogLoss: 0.25)
        {
            LogLossInterval = new Interval(0.125, 0.5, 0.95),
            Brier = 0.0625,
            Calibration = new Calibration([
                new(0, 0.5, new Proportion(0, 0), double.NaN),
                new(0.5, 1, new Proportion(4, 5), 0.9),
            ]),
            Threshold = threshold,
        };

    private static NumberReport Numbers() =>
        new(4, new RegressionMetrics(200, 150, 0.5, 100, 400), new RegressionMetrics(300, 250, 0, 200, 500))
        {
            RootMeanSquaredErrorInterval = new Interval(150, 250, 0.95),
            MeanAbsoluteErrorInterval = new Interval(100, 200, 0.95),
            RSquaredInterval = new Interval(double.NaN, double.NaN, 0.95),
        };

    private static ClassReport Beside(Judgement judgement, double? p) =>
        Classes() with
        {
            Baselines =
            [
                new BaselineResult(
                    "majority class",
                    Classes(),
                    [new Comparison("accuracy", 0.8, 0.6, new Interval(0.1, 0.3, 0.95), p, judgement)]
                ),
            ],
        };

    [Test]
    public void Measures_of_classes_have_four_decimals_and_empty_places_where_there_is_no_interval()
    {
        string text = Rendered.Text(ReportDescription.Of(Classes(), "test rows").Shown);
        Assert.That(text, Does.Contain("5 test rows").And.Contain("model").And.Contain("95 % interval"));
        Assert.That(text, Does.Match("\n  accuracy +0.8000   0.\\d{4} to 0.\\d{4}\n"));
        Assert.That(text, Does.Match("\n  log-loss +0.2500   0.1250 to 0.5000\n"));
        Assert.That(text, Does.Match("\n  Brier +0.0625\n"));
        Assert.That(text, Does.Match("\n  ROC AUC +–\n"), "it is undefined");
        Assert.That(
            text,
            Does.Contain(
                "  Calibration: mean confidence 0.9000, accuracy 0.8000, expected calibration\n    error 0.1000.\n"
            )
        );
    }

    [Test]
    public void Classes_have_their_scores_and_averages()
    {
        string text = Rendered.Text(ReportDescription.Of(Classes()).Shown);
        Assert.That(text, Does.Match("\n  a +1.0000 +0.6667 +0.\\d{4} to 0.\\d{4} +0.8000 +3\n"));
        Assert.That(text, Does.Match("\n  b +0.6667 +1.0000 +0.\\d{4} to 1.0000 +0.8000 +2\n"));
        Assert.That(text, Does.Match("\n  macro average +0.8333 +0.8333 +0.8000 +5\n"));
        Assert.That(text, Does.Match("\n  weighted average +0.8667 +0.8000 +0.8000 +5\n"));
        Assert.That(
            text,
            Does.Contain("  actual \\ predicted   a   b\n").And.Contain("  a                    2   1\n")
        );
    }

    [TestCase(0.5, false)]
    [TestCase(0.3, true)]
    [TestCase(null, false)]
    public void A_threshold_is_said_where_it_is_not_the_usual_one(double? threshold, bool isSaid)
    {
        string text = Rendered.Text(ReportDescription.Of(Classes(threshold)).Shown);
        Assert.That(
            text.Contains("taken for b where that has a probability above 0.3000", StringComparison.Ordinal),
            Is.EqualTo(isSaid)
        );
    }

    [Test]
    public void Errors_of_numbers_have_as_many_digits_as_can_be_read()
    {
        string text = Rendered.Text(ReportDescription.Of(Numbers()).Shown);
        Assert.That(text, Does.Match("\n  RMSE +200.000   150.000 to 250.000\n"));
        Assert.That(text, Does.Match("\n  R² +0.5000\n"), "an interval that is not known is no interval");
    }

    [TestCase(Judgement.Better, "better", "verdict good")]
    [TestCase(Judgement.Worse, "worse", "verdict")]
    [TestCase(Judgement.NotSignificant, "not-shown", "verdict")]
    public void A_baseline_has_a_column_a_verdict_and_a_judgement(Judgement judgement, string name, string look)
    {
        Result result = ReportDescription.Of(Beside(judgement, 0.012));
        Assert.That(Rendered.Text(result.Shown), Does.Match("5 rows +model +95 % interval +majority\n"));
        JsonElement baseline = Rendered.Json(result).GetProperty("baselines")[0];
        Assert.That(baseline.GetProperty("judgement").GetString(), Is.EqualTo(name));
        Assert.That(baseline.GetProperty("comparisons")[0].GetProperty("judgement").GetString(), Is.EqualTo(name));
        Assert.That(baseline.GetProperty("report").GetProperty("rows").GetInt32(), Is.EqualTo(5));
        System.Xml.Linq.XElement page = Rendered.Page(result.Shown);
        Assert.That(page.Descendants().Select(part => part.Attribute("class")?.Value), Does.Contain(look));
        Assert.That(page.Value, Does.Contain("majority class").And.Contain("p = 0.012"));
    }

    [Test]
    public void A_document_of_classes_has_all_of_it()
    {
        JsonElement report = Rendered.Json(ReportDescription.Of(Classes()));
        Assert.That(
            string.Join(' ', report.EnumerateObject().Select(member => member.Name)),
            Is.EqualTo(
                "schema command rows accuracy majority_accuracy log_loss threshold classes confusion calibration positive measures baselines notes"
            )
        );
        Assert.That(report.GetProperty("confusion").GetRawText(), Is.EqualTo("[[2,1],[0,2]]"));
        Assert.That(report.GetProperty("positive").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(
            report.GetProperty("calibration").GetProperty("bins")[0].GetProperty("confidence").ValueKind,
            Is.EqualTo(JsonValueKind.Null)
        );
        Assert.That(
            string.Join(' ', report.GetProperty("classes")[1].EnumerateObject().Select(member => member.Name)),
            Is.EqualTo("name precision precision_interval recall recall_interval f1 support taken")
        );
        Assert.That(report.GetProperty("classes")[1].GetProperty("taken").GetInt32(), Is.EqualTo(3));
        Assert.That(report.GetProperty("classes").GetArrayLength(), Is.EqualTo(2), "averages are for people");
        JsonElement measure = report.GetProperty("measures")[5];
        Assert.That(
            measure.GetRawText(),
            Is.EqualTo(
                """{"name":"log-loss","value":0.25,"interval":{"lower":0.125,"upper":0.5,"confidence":0.95},"better":"smaller"}"""
            )
        );
    }

    [Test]
    public void A_document_of_numbers_has_the_mean_beside_the_model()
    {
        JsonElement report = Rendered.Json(ReportDescription.Of(Numbers()));
        Assert.That(report.GetProperty("rmse").GetDouble(), Is.EqualTo(200));
        Assert.That(report.GetProperty("baseline_mae").GetDouble(), Is.EqualTo(250));
        Assert.That(report.TryGetProperty("classes", out _), Is.False);
    }

    [Test]
    public void Rows_that_are_on_both_sides_are_said_last_and_notes_before_them()
    {
        Report report = Numbers() with { Notes = ["There is no linear model."] };
        SharedRows shared = new(3, 2, 10, []);
        string text = Rendered.Text(ReportDescription.Of(report, shared: shared).Shown);
        Assert.That(
            text,
            Does.EndWith(
                "  There is no linear model.\n  3 of 10 rows that judge have the same features as a row that the model learned\n"
                    + "    from, 2 the same target too: it may have memorized them, and the report may\n    be too good.\n"
            )
        );
        string none = Rendered.Text(ReportDescription.Of(report, shared: new SharedRows(0, 0, 10, [])).Shown);
        Assert.That(none, Does.EndWith("There is no linear model.\n"));
        Assert.That(
            Rendered.Json(ReportDescription.Of(report, shared: shared)).GetProperty("notes").GetArrayLength(),
            Is.EqualTo(1)
        );
    }
}
