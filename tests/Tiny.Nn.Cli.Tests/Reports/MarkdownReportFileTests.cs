namespace Tiny.Nn.Cli.Tests.Reports;

/// <summary>--report with a name that ends in .md.</summary>
internal sealed class MarkdownReportFileTests : CommandTests
{
    [Test]
    public void A_training_has_a_report_as_markdown()
    {
        string[] train = ["train", Samples.Iris, "--target", "species", "--epochs", "5", "--diagnose"];
        Run run = Asked([.. train, "--report", "iris.md"]).Good();
        Assert.That(run.Error, Does.Contain("report  iris.md\n"));
        string text = File.ReadAllText(Place.Path("iris.md"));
        string[] headings = [.. text.Split('\n').Where(line => line.StartsWith('#'))];
        Assert.That(headings[0], Is.EqualTo("# Classification of species"));
        Assert.That(
            headings.Where(line => line.StartsWith("## ", StringComparison.Ordinal)),
            Is.EqualTo([
                "## Result",
                "## Classes",
                "## Diagnosis",
                "## Columns",
                "## Network",
                "## Settings",
                "## The same once more",
            ])
        );
        Assert.That(
            text,
            Does.Match(
                "\n\\| accuracy\u00A0↑ \\| 0\\.\\d{4} \\| 0\\.\\d{4} to [01]\\.\\d{4} \\| 0\\.3333 \\| 0\\.\\d{4} \\|\n"
            )
        );
        Assert.That(text, Does.Contain("| measure | model | 95 % interval | majority class | linear model |"));
        Assert.That(text, Does.Contain("\n```\ntinynn train ").And.Contain(" --report iris.md --force\n```\n"));
        Asked([.. train, "--report", "iris.md"]).Failed(2, "iris");
    }

    [Test]
    public void An_evaluation_of_numbers_has_one_too_and_it_is_the_same_each_time()
    {
        string[] evaluate = ["evaluate", Samples.DiabetesModel, Samples.Diabetes, "--report", "a.md", "--force"];
        Asked(evaluate).Good();
        byte[] first = File.ReadAllBytes(Place.Path("a.md"));
        Asked([.. evaluate, "--json"]).Good();
        string text = File.ReadAllText(Place.Path("a.md"));
        Assert.That(
            text.Replace(" --json", "", StringComparison.Ordinal),
            Is.EqualTo(System.Text.Encoding.UTF8.GetString(first))
        );
        Assert.That(text, Does.StartWith("# Regression of progression\n").And.Contain("\n| RMSE\u00A0↓ | "));
        Assert.That(text, Does.Not.Contain("## Predictions"), "it has no drawings");
        Assert.That(first[0], Is.EqualTo((byte)'#'), "no byte-order mark");
    }
}
