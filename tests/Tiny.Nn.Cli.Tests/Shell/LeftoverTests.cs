using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Shell;

/// <summary>Temporary files: an interrupted command takes its own away, the next run those of a killed one, and none takes what is being written.</summary>
[Platform("Linux")]
internal sealed class LeftoverTests : CommandTests
{
    private const string Header = "sepal_length,sepal_width,petal_length,petal_width\n";
    private const string Row = "5.1,3.5,1.4,0.2\n";

    private IEnumerable<string> Temporary => Place.Names.Where(name => name.EndsWith(".tmp", StringComparison.Ordinal));

    [TestCase("INT", 130)]
    [TestCase("TERM", 143)]
    [TestCase("HUP", 129)]
    public void Interrupted_predictions_leave_nothing(string signal, int exitCode)
    {
        using Process writing = Predict("out.csv");
        Signals.Send(signal, writing.Id);
        writing.WaitForExit();
        Assert.That(writing.ExitCode, Is.EqualTo(exitCode));
        Assert.That(Place.Names, Is.Empty);
    }

    [Test]
    public void What_a_killed_run_left_goes_with_the_next_and_what_is_being_written_stays()
    {
        using Process killed = Predict("killed.csv");
        killed.Kill();
        killed.WaitForExit();
        Assert.That(Temporary.Count(), Is.EqualTo(1), "Or there is nothing to be shown");
        using Process writing = Predict("out.csv");
        Assert.That(Temporary.Count(), Is.EqualTo(1), "It took away what the killed one left");
        Tinynn("generate", "moons", "-o", "moons.csv").Good();
        writing.StandardInput.Close();
        writing.WaitForExit();
        Assert.That(writing.ExitCode, Is.Zero, "Nobody took its file away");
        Assert.That(Place.Names, Is.EquivalentTo(["moons.csv", "out.csv"]));
    }

    [TestCase(".tinynn-abcdefgh.xyz.tmp", 25, true, Description = "As versions before named them")]
    [TestCase(".tinynn-abcdefgh.xyz.tmp", 1, false)]
    [TestCase(".tinynn-00000000-1-abc.tmp", 25, true, Description = "Of another machine")]
    [TestCase(".tinynn-00000000-99999999-abc.tmp", 1, false, Description = "Of another machine, and perhaps alive")]
    [TestCase(".tinynn-notes.tmp", 1, false)]
    [TestCase(".tinynn-My notes.tmp", 1000, false, Description = "No name of ours")]
    [TestCase("tinynn-abc.tmp", 1000, false, Description = "No name of ours")]
    public void Age_tells_where_no_process_can_be_asked(string name, int hours, bool goes)
    {
        File.SetLastWriteTimeUtc(Place.Path(Place.Write(name, "x")), DateTime.UtcNow.AddHours(-hours));
        Tinynn("generate", "spiral", "-o", "spiral.csv").Good();
        Assert.That(Place.Names, Is.EquivalentTo((string[])(goes ? ["spiral.csv"] : [name, "spiral.csv"])));
    }

    /// <summary>Predictions that are being written: the first rows are in the temporary file.</summary>
    private Process Predict(string output)
    {
        Process process = Tests.Tinynn.Start(Place, ["predict", Samples.IrisModel, "-", "-o", output]);
        process.StandardInput.Write(Header + string.Concat(Enumerable.Repeat(Row, 50_000)));
        process.StandardInput.Flush();
        Stopwatch waiting = Stopwatch.StartNew();
        while (
            !Temporary.Any(name =>
                new FileInfo(Place.Path(name)).Length > 0 && name.Contains($"-{process.Id}-", StringComparison.Ordinal)
            )
        )
        {
            Assert.That(waiting.Elapsed, Is.LessThan(TimeSpan.FromMinutes(1)));
            Assert.That(process.HasExited, Is.False, process.HasExited ? process.StandardError.ReadToEnd() : "");
            Thread.Sleep(10);
        }
        return process;
    }
}
