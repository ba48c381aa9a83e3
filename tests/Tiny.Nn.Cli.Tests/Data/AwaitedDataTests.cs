using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Data;

/// <summary>Data that do not come are waited for, and whoever waits is told so.</summary>
[Platform(Exclude = "Win")]
internal sealed class AwaitedDataTests : CommandTests
{
    private const string Pipe = "fifo.csv";

    private static readonly string Rows =
        "x,y\n" + string.Concat(Enumerable.Range(0, 40).Select(i => $"{i}.5,{"ab"[i % 2]}\n"));

    private static readonly string[] Flags = ["--target", "y", "--epochs", "1"];

    [Test]
    public void A_pipe_to_which_nobody_writes_is_told_and_read_when_somebody_does()
    {
        MakePipe();
        using Background train = new(Place, ["train", Pipe, .. Flags, "-o", "m.tnn"]);
        train.ReadUntil("note: waiting for data from fifo.csv");
        File.WriteAllText(Place.Path(Pipe), Rows);
        train.WaitForExit();
        Assert.That(train.ExitCode, Is.Zero, train.Error);
        Assert.That(train.Error.Split("waiting for"), Has.Length.EqualTo(2), "once");
    }

    [Test]
    public void An_interrupt_ends_the_wait()
    {
        MakePipe();
        using Background check = new(Place, "check", Pipe);
        check.ReadUntil("note: waiting for data from fifo.csv");
        check.Interrupt();
        check.WaitForExit();
        Assert.That(check.ExitCode, Is.EqualTo(130));
    }

    [Test]
    public void Stdin_from_which_nothing_comes_is_told()
    {
        using Background check = new(Place, "check", "-", "--target", "y");
        check.ReadUntil("note: waiting for data from stdin");
        check.Say(Rows);
        check.WaitForExit();
        Assert.That(check.ExitCode, Is.Zero, check.Error);
        Assert.That(check.Output, Does.Contain("number"));
    }

    [Test]
    public void What_comes_at_once_is_not_told()
    {
        MakePipe();
        using Task writer = Task.Run(() => File.WriteAllText(Place.Path(Pipe), Rows));
        Run train = Asked(["train", Pipe, .. Flags, "-o", "m.tnn"]).Good();
        writer.Wait();
        Assert.That(train.Error, Does.Contain("fifo.csv: 40 rows").And.Not.Contain("waiting"));
    }

    [Test]
    public void Two_models_read_what_comes_through_a_pipe_once()
    {
        Place.Write("file.csv", Rows);
        Asked(["train", "file.csv", .. Flags, "-o", "m.tnn"]).Good();
        MakePipe();
        using Task writer = Task.Run(() => File.WriteAllText(Place.Path(Pipe), Rows));
        string compared = Asked("compare", "m.tnn", "m.tnn", Pipe).Good().Output;
        writer.Wait();
        string expected = Asked("compare", "m.tnn", "m.tnn", "file.csv").Good().Output;
        Assert.That(compared, Is.EqualTo(expected.Replace("file.csv", Pipe, StringComparison.Ordinal)));
    }

    private void MakePipe()
    {
        using Process made = Process.Start("mkfifo", [Place.Path(Pipe)]);
        made.WaitForExit();
    }
}
