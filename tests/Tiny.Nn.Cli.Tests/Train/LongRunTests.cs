using System.Text.Json;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>Very many epochs of a very small network: the model stays small, whatever watched the training.</summary>
internal sealed class LongRunTests : CommandTests
{
    private const int Epochs = 60_000;
    private const string Rows =
        "a,b,y\n0,0,n\n0,1,p\n1,0,p\n1,1,n\n0,0.1,n\n0.1,1,p\n1,0.2,p\n0.9,1,n\n0.2,0,n\n0,0.8,p\n";

    [TestCase("--patience", "none")]
    [TestCase("--patience", "1000000")]
    [TestCase("--patience", "none", "--schedule", "plateau:100:0.99")]
    [TestCase("--patience", "none", "--diagnose")]
    [TestCase("--patience", "none", "--log-file", "run.jsonl")]
    public void A_model_of_many_epochs_is_small_and_shows_them(params string[] flags)
    {
        Place.Write("xor.csv", Rows);
        string[] size = ["--hidden", "none", "--batch-size", "100", "--validation", "0.2", "--test", "0.2"];
        string[] train = ["train", "xor.csv", "--target", "y", "--epochs", $"{Epochs}", .. size, .. flags, "--json"];
        JsonElement training = Tinynn(train).Good().Json.GetProperty("training");
        Assert.That(training.GetProperty("epochs").GetInt32(), Is.EqualTo(Epochs));
        Assert.That(new FileInfo(Place.Path("xor.tnn")).Length, Is.LessThan(1_000_000));

        JsonElement history = Tinynn("inspect", "xor.tnn", "--json").Good().Json.GetProperty("history");
        Assert.That(history.GetProperty("epochs").GetInt32(), Is.EqualTo(Epochs));
        Assert.That(history.GetProperty("last").GetProperty("epoch").GetInt32(), Is.EqualTo(Epochs));
        Assert.That(
            history.GetProperty("best").GetProperty("epoch").GetInt32(),
            Is.EqualTo(training.GetProperty("kept_epoch").GetInt32())
        );
        foreach (string source in Place.Names.Where(name => name is "xor.tnn" or "run.jsonl").ToArray())
        {
            Run picture = Tinynn("plot", "history", source).Good();
            Assert.That(picture.Output, Does.StartWith("<svg").And.Contain("60,000").Or.Contain("60000"));
            Assert.That(picture.Output, Has.Length.LessThan(2_000_000));
        }
    }
}
