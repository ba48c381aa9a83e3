namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class MaxTimeTests : CommandTests
{
    [Test]
    public void Training_ends_when_its_time_is_up_and_that_is_a_success()
    {
        string[] endless = ["--epochs", "1000000000", "--patience", "none"];
        Run run = Tinynn(["train", Samples.Iris, "--target", "species", .. endless, "--max-time", "1.5s"]).Good();
        Assert.That(run.Error, Does.Contain("the time was up").And.Contain("saved   iris.tnn"));
        Assert.That(Tinynn("predict", "iris.tnn", Samples.Iris).Good().Lines, Has.Length.EqualTo(151));
    }

    [Test]
    public void The_document_says_what_ended_training()
    {
        string[] endless = ["--epochs", "1000000000", "--patience", "none", "--json"];
        Run run = Tinynn(["train", Samples.Iris, "--target", "species", .. endless, "--max-time", "1.5s"]).Good();
        Assert.That(run.Json.GetProperty("training").GetProperty("ending").GetString(), Is.EqualTo("time-limit"));
    }

    [Test]
    public void A_time_that_is_long_enough_changes_nothing()
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--epochs", "3", "-o"];
        Tinynn([.. arguments, "a.tnn"]).Good();
        Tinynn([.. arguments, "b.tnn", "--max-time", "1000h"]).Good();
        Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
    }

    [Test]
    public void A_time_that_is_too_short_for_an_epoch_is_an_error()
    {
        // An epoch of 102 steps, each of four million parameters: a second of work, however late the clock strikes.
        string[] slow = ["--hidden", "2000,2000", "--batch-size", "1"];
        Tinynn(["train", Samples.Iris, "--target", "species", .. slow, "--max-time", "0.0001s"])
            .Failed(2, "--max-time");
        Assert.That(Place.Names, Is.Empty);
    }

    [TestCase("0s")]
    [TestCase("-1m")]
    [TestCase("30")]
    [TestCase("s")]
    [TestCase("1d")]
    [TestCase("nans")]
    [TestCase("1001h")]
    public void What_is_no_time_is_refused(string time)
    {
        Run run = Tinynn("train", "none.csv", "--target", "y", $"--max-time={time}").Failed(2, "--max-time");
        Assert.That(run.Error, Does.Contain("--max-time 30s, 5m or 1h"));
    }
}
