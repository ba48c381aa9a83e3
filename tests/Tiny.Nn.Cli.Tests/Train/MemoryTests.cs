using System.Text;
using Tiny.Nn.Cli.Train;
using Tiny.Nn.Tabular.Csv;
using Tiny.Nn.Tabular.Experiments;
using Tiny.Nn.Tabular.Settings;
using Tiny.Nn.Tabular.Tables;

namespace Tiny.Nn.Cli.Tests.Train;

/// <summary>What does not fit into memory is told before the first epoch; what does not fit after it costs no model.</summary>
internal sealed class MemoryTests : CommandTests
{
    private static readonly (string, string) Limit = ("DOTNET_GCHeapHardLimit", "8000000");

    [TestCase("The network would need", "--hidden 200000", "--hidden", "200000")]
    [TestCase("The network would need", "--batch-size 1000000", "--hidden", "20000", "--batch-size", "1000000")]
    [TestCase("The network would need", "--hidden 3000,3000", "--hidden", "3000,3000", "--cv", "3", "--threads", "1")]
    [TestCase(
        "with 4 of its folds at a time would need",
        "--threads 4",
        "--hidden",
        "20000",
        "--cv",
        "4",
        "--threads",
        "4"
    )]
    public void What_is_too_large_is_refused_before_the_first_epoch(string told, string place, params string[] flags)
    {
        string[] train = ["train", Samples.Digits, "--target", "digit", "-o", "m.tnn", .. flags];
        Run run = Tests.Tinynn.In(Place, train, "", Limit).Failed(2, place);
        Assert.That(run.Error, Does.Contain(told).And.Contain("of memory").And.Not.Contain("epoch"));
        Assert.That(Place.Names, Has.None.EqualTo("m.tnn"));
    }

    /// <summary>Words of a text spread among very many inputs: it is the rows that take the memory, not the network.</summary>
    [Test]
    public void So_are_inputs_of_too_many_rows()
    {
        IEnumerable<string> rows = Enumerable
            .Range(0, 2000)
            .Select(row => $"some words {row},{(row % 2 == 0 ? "p" : "q")}");
        Place.Write("d.csv", $"x,y\n{string.Join('\n', rows)}\n");
        string[] train =
        [
            "train",
            "d.csv",
            "--target",
            "y",
            "--text",
            "x",
            "--word-buckets",
            "60000",
            "--hidden",
            "none",
        ];
        Run run = Tests.Tinynn.In(Place, train, "", Limit).Failed(2, "1,600 rows of 60,000 inputs");
        Assert.That(
            run.Error,
            Does.Contain("The rows as inputs of the network would need").And.Contain("--word-buckets")
        );
    }

    /// <summary>A network with few units between many inputs and many classes is small, and the linear model is not.</summary>
    [Test]
    public void A_linear_model_that_does_not_fit_is_left_out_with_a_word()
    {
        StringBuilder text = new("x,y\n");
        for (int row = 0; row < 1200; row++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"word{row} w{row % 7},c{row % 400}\n");
        }
        Place.Write("d.csv", text.ToString());
        string[] train =
        [
            "train",
            "d.csv",
            "--target",
            "y",
            "--text",
            "x",
            "--word-buckets",
            "16000",
            "--hidden",
            "2",
            "--epochs",
            "1",
        ];
        Run run = Tests.Tinynn.In(Place, train, "", Limit).Good();
        Assert.That(run.Error, Does.Contain("note: there will be no linear model to compare with: it would need"));
        Assert.That(run.Output, Does.Match("There is no linear model to compare with: it would need"));
        Assert.That(Place.Names, Does.Contain("d.tnn"));
    }

    [Test]
    public void A_linear_model_that_runs_out_of_memory_is_told_and_the_rest_stands()
    {
        Trained<float> trained = Trained();
        Saving saving = new();
        Judged<float> judged = saving.Judge(
            trained,
            model => model.JudgeBeside(_ => throw new InsufficientMemoryException())
        );
        Assert.That(
            judged.Test!.Notes,
            Has.Some.Contains("no linear model to compare with: there was not enough memory")
        );
        Assert.That(judged.Test.Baselines.Select(baseline => baseline.Name), Is.EqualTo(["majority class"]));
        Assert.That(saving.HasFailed);
    }

    [Test]
    public void A_report_that_runs_out_of_memory_is_told_and_the_model_stands()
    {
        Trained<float> trained = Trained();
        Saving saving = new();
        Judged<float> judged = saving.Judge(trained, _ => throw new InsufficientMemoryException());
        Assert.That(judged.Test, Is.Null);
        Assert.That(judged.Model, Is.SameAs(trained.Model));
        Saving writing = new();
        writing.WriteNote(() => throw new InsufficientMemoryException());
        Assert.That((saving.HasFailed, writing.HasFailed), Is.EqualTo((true, true)));
    }

    private static Trained<float> Trained()
    {
        Table iris = CsvTable.Read(Samples.Iris, new CsvOptions { Target = "species" });
        return Experiment.Plan<float>(iris, new Recipe { Epochs = 1 }).Train();
    }
}
