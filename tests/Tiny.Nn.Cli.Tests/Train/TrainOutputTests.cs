using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

internal sealed class TrainOutputTests : CommandTests
{
    [Test]
    public void Json_is_one_document_with_a_schema()
    {
        JsonElement document = Asked("train", Samples.Iris, "--target", "species", "--epochs", "2", "--json")
            .Good()
            .Json;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(document.GetProperty("schema").GetInt32(), Is.EqualTo(1));
            Assert.That(document.GetProperty("command").GetString(), Is.EqualTo("train"));
            Assert.That(document.GetProperty("training").GetProperty("epochs").GetInt32(), Is.EqualTo(2));
            Assert.That(document.GetProperty("test").GetProperty("rows").GetInt32(), Is.EqualTo(30));
            Assert.That(document.GetProperty("test").GetProperty("confusion").GetArrayLength(), Is.EqualTo(3));
            Assert.That(document.GetProperty("model").GetString(), Is.EqualTo("iris.tnn"));
        }
    }

    [TestCase("0", 4)]
    [TestCase("0.15", null)]
    public void It_says_which_epoch_the_model_is_from(string validation, int? last)
    {
        // A rate that overshoots: the best epoch is not the last one.
        Run run = Asked(
                "train",
                Samples.Iris,
                "--target",
                "species",
                "--epochs",
                "4",
                "--learning-rate",
                "3",
                "--validation",
                validation,
                "--json"
            )
            .Good();
        JsonElement training = run.Json.GetProperty("training");
        int kept = training.GetProperty("kept_epoch").GetInt32();
        Assert.That(kept, last is { } epoch ? Is.EqualTo(epoch) : Is.InRange(1, 4));
        Assert.That(training.GetProperty("training_loss").GetDouble(), Is.Positive);
    }

    [Test]
    public void Quiet_says_nothing_but_the_report()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--epochs", "2", "-q").Good();
        Assert.That(run.Error, Is.Empty);
        Assert.That(run.Output, Does.Contain("accuracy"));
    }

    [Test]
    public void Verbose_has_a_line_for_every_epoch()
    {
        Run run = Asked("train", Samples.Iris, "--target", "species", "--epochs", "4", "-v").Good();
        Assert.That(
            run.Error.Split('\n').Count(line => line.StartsWith("epoch ", StringComparison.Ordinal)),
            Is.EqualTo(4)
        );
    }

    [Test]
    public void The_log_has_an_event_per_line()
    {
        Asked("train", Samples.Iris, "--target", "species", "--epochs", "3", "--log-file", "run.jsonl").Good();
        JsonElement[] events =
        [
            .. File.ReadLines(Place.Path("run.jsonl")).Select(line => JsonDocument.Parse(line).RootElement),
        ];
        Assert.That(events, Has.Length.EqualTo(5));
        Assert.That(
            events[0].GetProperty("Properties").GetProperty("Recipe").GetProperty("epochs").GetString(),
            Is.EqualTo("3")
        );
        Assert.That(events[3].GetProperty("Properties").GetProperty("Epoch").GetInt32(), Is.EqualTo(3));
    }

    [Test]
    public void Without_test_rows_there_is_no_report()
    {
        JsonElement document = Asked(
                "train",
                Samples.Iris,
                "--target",
                "species",
                "--epochs",
                "2",
                "--test",
                "0",
                "--validation",
                "0",
                "--json"
            )
            .Good()
            .Json;
        Assert.That(document.GetProperty("test").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(document.GetProperty("training").GetProperty("rows").GetInt32(), Is.EqualTo(150));
    }
}
