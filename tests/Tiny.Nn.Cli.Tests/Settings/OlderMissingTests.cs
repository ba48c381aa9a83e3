using Tiny.Nn.Tabular.Models;
using Tiny.Nn.Tabular.Models.Documents;

namespace Tiny.Nn.Cli.Tests.Settings;

/// <summary>Once <c>--missing</c> gave all texts of a missing cell: models of that time are repeated as they were trained.</summary>
internal sealed class OlderMissingTests : CommandTests
{
    [TestCase("-")]
    [TestCase("-,na")]
    public void A_model_is_repeated_with_the_texts_that_it_read(string missing)
    {
        Place.Write(
            "t.csv",
            $"a,y\n{string.Concat(Enumerable.Range(0, 50).Select(i => $"{i % 7}.5,{(i % 5 == 0 ? "-" : i % 5 == 1 ? "NA" : $"{"pn"[i % 2]}")}\n"))}"
        );
        string[] train = ["train", "t.csv", "--target", "y", "--epochs", "1", "--force"];
        Run first = Asked([.. train, "--missing-only", missing, "-o", "new.tnn", "--json"]).Good();
        Model<float> model = ModelFile.Load<float>(Place.Path("new.tnn"));
        SortedDictionary<string, string> settings = new(
            model.Provenance.Settings.ToDictionary(
                setting => setting.Key == "missing-only" ? "missing" : setting.Key,
                setting => setting.Value
            ),
            StringComparer.Ordinal
        );
        ModelFile.Save(model.With(model.Provenance with { Settings = settings }), Place.Path("old.tnn"));
        Run like = Asked([.. train, "--like", "old.tnn", "-o", "again.tnn", "--json"]).Good();
        int read(Run run) => run.Json.GetProperty("data").GetProperty("rows").GetInt32();
        Assert.That(read(like), Is.EqualTo(read(first)));
        Assert.That(
            ModelFile.Load<float>(Place.Path("again.tnn")).DataFormat.Missing,
            Is.EqualTo(model.DataFormat.Missing)
        );
    }

    [Test]
    public void A_model_of_today_adds_as_it_did()
    {
        Place.Write(
            "t.csv",
            $"a,y\n{string.Concat(Enumerable.Range(0, 50).Select(i => $"{i % 7}.5,{"pn"[i % 2]}\n"))}"
        );
        string[] train = ["train", "t.csv", "--target", "y", "--epochs", "1", "--force"];
        foreach (
            string[] flags in (string[][])
                [
                    ["--missing", "-"],
                    ["--missing", "-", "--missing-only", "NA,x"],
                ]
        )
        {
            Asked([.. train, .. flags, "-o", "a.tnn"]).Good();
            Asked([.. train, "--like", "a.tnn", "-o", "b.tnn"]).Good();
            Assert.That(Missing("b.tnn"), Is.EqualTo(Missing("a.tnn")));
        }
    }

    private IReadOnlyList<string> Missing(string file) => ModelFile.Load<float>(Place.Path(file)).DataFormat.Missing;
}
