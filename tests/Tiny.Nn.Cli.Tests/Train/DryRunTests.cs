using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class DryRunTests : CommandTests
{
    private static readonly string[] Arguments =
    [
        "train",
        Samples.Iris,
        "--target",
        "species",
        "--hidden",
        "8",
        "--dry-run",
        "-o",
        "a.tnn",
        "--log-file",
        "a.log",
        "--save-config",
        "a.json",
    ];

    [Test]
    public void A_dry_run_shows_the_plan_and_writes_nothing()
    {
        Run run = Asked(Arguments).Good();
        Assert.That(
            run.Output,
            Does.Match(@"petal_width +number").And.Match(@"network +4-8-3").And.Match(@"parameters +67")
        );
        Assert.That(
            run.Output,
            Does.Match(@"training rows +102").And.Match(@"validation rows +18").And.Match(@"test rows +30")
        );
        Assert.That(run.Output, Does.Match(@"hidden +8").And.Match(@"seed +1"));
        Assert.That(run.Error, Does.Contain("dry run").And.Not.Contain("epoch 1/"));
        Assert.That(Place.Names, Is.Empty);
    }

    [Test]
    public void A_dry_run_as_a_document_has_the_names_of_a_training()
    {
        JsonElement plan = Asked([.. Arguments, "--epochs", "1", "--json"]).Good().Json;
        Assert.That(plan.GetProperty("dry_run").GetBoolean(), Is.True);
        Assert.That(plan.GetProperty("training").GetProperty("rows").GetInt32(), Is.EqualTo(102));
        Assert.That(Place.Names, Is.Empty);
        JsonElement training = Asked([
                "train",
                Samples.Iris,
                "--target",
                "species",
                "--hidden",
                "8",
                "--epochs",
                "1",
                "--json",
            ])
            .Good()
            .Json;
        foreach (string name in new[] { "schema", "command", "data", "task", "network", "settings" })
        {
            Assert.That(plan.GetProperty(name).GetRawText(), Is.EqualTo(training.GetProperty(name).GetRawText()), name);
        }
    }

    [Test]
    public void A_dry_run_finds_what_a_run_would_fail_of()
    {
        Asked([.. Arguments, "--loss", "huber"]).Failed(2, "--loss");
        Asked(["train", Samples.Iris, "--target", "species", "--hidden", "200000,200000", "--dry-run"])
            .Failed(2, "--hidden");
        Asked("train", "none.csv", "--target", "y", "--dry-run").Failed(3, "none.csv");
    }
}
