using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Predict;

/// <summary>predict writes as it reads, passes ids through, and is told what to do with bad rows.</summary>
internal sealed class PredictStreamTests : CommandTests
{
    private const string Header = "sepal_length,sepal_width,petal_length,petal_width";
    private const string Bad =
        $"name,{Header}\nfirst,5.1,3.5,1.4,0.2\n\"b, 2\",5.1,much,1.4,0.2\nthird,1,2\nlast,6.3,3.3,6.0,2.5\n";

    [Test]
    public void Ids_are_passed_through()
    {
        Place.Write("named.csv", $"name,{Header}\n\"Iris, 1\",5.1,3.5,1.4,0.2\n n2 ,6.3,3.3,6.0,2.5\n");
        Run run = Tinynn("predict", Samples.IrisModel, "named.csv", "--id", "name,petal_width").Good();
        Assert.That(run.Lines[0], Is.EqualTo("name,petal_width,predicted,confidence"));
        Assert.That(run.Lines[1], Does.StartWith("\"Iris, 1\",0.2,"));
        Assert.That(run.Lines[2], Does.StartWith("n2,2.5,"));
        Assert.That(run.Error, Is.Empty);
        Tinynn("predict", Samples.IrisModel, "named.csv", "--id", "nam").Failed(3, "named.csv");
    }

    [Test]
    public void A_bad_row_ends_all_unless_asked_otherwise()
    {
        Place.Write("bad.csv", Bad);
        Tinynn("predict", Samples.IrisModel, "bad.csv").Failed(3, "bad.csv, line 3, column 'sepal_width': \"much\"");
        Tinynn("predict", Samples.IrisModel, "bad.csv", "--on-error", "never").Failed(2, "--on-error never");
    }

    [Test]
    public void Bad_rows_are_left_out_and_counted()
    {
        Place.Write("bad.csv", Bad);
        Run run = Tinynn("predict", Samples.IrisModel, "bad.csv", "--id", "1", "--on-error", "skip").Good();
        Assert.That(run.Lines.Select(line => line.Split(',')[0]), Is.EqualTo(["name", "first", "last"]));
        Assert.That(run.Error, Does.Contain("note: 2 rows were left out; the first: bad.csv, line 3"));
    }

    [Test]
    public void Bad_rows_are_left_blank_in_their_place()
    {
        Place.Write("bad.csv", Bad);
        Run run = Tinynn(
                "predict",
                Samples.IrisModel,
                "bad.csv",
                "--id",
                "name",
                "--on-error",
                "blank",
                "--probabilities"
            )
            .Good();
        Assert.That(run.Lines, Has.Length.EqualTo(5));
        Assert.That(run.Lines[2], Is.EqualTo("\"b, 2\",,,,,"));
        Assert.That(run.Lines[3], Is.EqualTo("third,,,,,"));
        Assert.That(run.Error, Does.Contain("note: 2 rows were left blank"));
    }

    [Test]
    public void Predictions_come_while_rows_are_still_to_come()
    {
        using Process process = Tests.Tinynn.Start(Place, ["predict", Samples.IrisModel, "-"]);
        Task writing = Task.Run(() =>
        {
            process.StandardInput.Write(Header + "\n");
            process.StandardInput.Write(string.Concat(Enumerable.Repeat("5.1,3.5,1.4,0.2\n", 20_000)));
            process.StandardInput.Flush();
        });
        Assert.That(process.StandardOutput.ReadLine(), Is.EqualTo("predicted,confidence"));
        Assert.That(process.StandardOutput.ReadLine(), Does.StartWith("setosa,"));
        Task<string> rest = process.StandardOutput.ReadToEndAsync();
        writing.Wait();
        process.StandardInput.Close();
        Assert.That(rest.Result.Count(character => character == '\n'), Is.EqualTo(19_999));
        Assert.That(process.WaitForExit(30_000), Is.True);
    }

    [Test]
    [Platform("Linux")]
    public void Memory_does_not_grow_with_the_rows()
    {
        string model = Samples.IrisModel;
        using Process process = Tests.Tinynn.Start(Place, ["predict", model, "-", "-o", "out.csv"]);
        process.StandardInput.Write(Header + "\n");
        string rows = string.Concat(Enumerable.Repeat("5.1,3.5,1.4,0.2\n", 10_000));
        long peak = 0;
        for (int block = 0; block < 100; block++)
        {
            process.StandardInput.Write(rows);
            process.Refresh();
            peak = Math.Max(peak, process.WorkingSet64);
        }
        process.StandardInput.Close();
        Assert.That(process.WaitForExit(60_000), Is.True);
        Assert.That(process.ExitCode, Is.Zero);
        Assert.That(File.ReadLines(Place.Path("out.csv")).Count(), Is.EqualTo(1_000_001));
        Assert.That(peak >> 20, Is.LessThan(120), "megabytes");
    }

    [Test]
    public void A_header_alone_is_bad_data()
    {
        Place.Write("bare.csv", Header + "\n");
        Tinynn("predict", Samples.IrisModel, "bare.csv").Failed(3, "bare.csv");
    }
}
