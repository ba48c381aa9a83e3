using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace Tiny.Nn.Cli.Tests.Shell;

/// <summary>stdout or stderr that nobody can write to: a full disk, or closed by the shell.</summary>
[Platform(Include = "Linux")]
[SupportedOSPlatform("linux")]
internal sealed class ClosedStreamTests : CommandTests
{
    [TestCase("2>/dev/full")]
    [TestCase("2>&-")]
    public void Messages_that_get_lost_spoil_no_training(string redirection)
    {
        int exitCode = Shell($"train '{Samples.Iris}' --target species --epochs 2 -o m.tnn {redirection} >report.txt");
        Assert.That(exitCode, Is.Zero);
        Assert.That(File.ReadAllText(Place.Path("report.txt")), Does.Contain("accuracy"));
        Tinynn("inspect", "m.tnn").Good();
    }

    [TestCase(">/dev/full")]
    [TestCase(">&-")]
    public void Data_that_cannot_be_written_are_told(string redirection)
    {
        Tinynn("train", Samples.Iris, "--target", "species", "--epochs", "2", "-o", "m.tnn").Good();
        Assert.That(Shell($"inspect m.tnn {redirection} 2>error.txt"), Is.EqualTo(2));
        Assert.That(File.ReadAllText(Place.Path("error.txt")), Does.Contain("could not be written"));
    }

    [TestCase("train - --target y", "<&-", 2, "stdin is closed.")]
    [TestCase("predict '{0}' -", "<&-", 2, "stdin is closed.")]
    [TestCase("evaluate - data.csv", "<&-", 2, "stdin is closed.")]
    [TestCase("train data.csv --config -", "<&-", 2, "stdin is closed.")]
    [TestCase("check -", "</", 3, "Is a directory")]
    [TestCase("evaluate - data.csv", "</", 4, "Is a directory")]
    [TestCase("check /", "", 3, "this is a directory")]
    [TestCase("check -", "</dev/null", 3, "There is no data.")]
    public void Data_that_cannot_come_are_told_and_not_waited_for(
        string command,
        string input,
        int exitCode,
        string said
    )
    {
        string typed = string.Format(CultureInfo.InvariantCulture, command, Samples.IrisModel);
        Assert.That(Shell($"{typed} {input} 2>error.txt"), Is.EqualTo(exitCode));
        Assert.That(File.ReadAllText(Place.Path("error.txt")), Does.Contain(said).And.Contain("  try: "));
    }

    [TestCase("train '{0}' --target species --epochs 1 --log-file fifo", "Nobody reads this pipe")]
    [TestCase("train '{0}' --target species --epochs 1 -o fifo --force", "a device or a pipe")]
    public void A_pipe_that_nobody_reads_is_told_and_not_waited_for(string command, string said)
    {
        using (Process made = Process.Start("mkfifo", [Place.Path("fifo")]))
        {
            made.WaitForExit();
        }
        Assert.That(
            Shell($"{string.Format(CultureInfo.InvariantCulture, command, Samples.Iris)} 2>error.txt"),
            Is.EqualTo(2)
        );
        Assert.That(File.ReadAllText(Place.Path("error.txt")), Does.Contain(said));
    }

    [TestCase("predict '{0}' -", 100_000_000)]
    [TestCase("predict '{0}' - --probabilities --on-error skip", 100_000_000)]
    [TestCase("generate spiral --rows 200000", 0)]
    [TestCase("generate moons --rows 200000 -o -", 0)]
    [TestCase("plot functions", 0)]
    [TestCase("inspect '{0}' --json", 0)]
    [TestCase("--help", 0)]
    public void A_reader_that_has_gone_ends_it_quietly(string command, int rows)
    {
        string source =
            $"(echo sepal_length,sepal_width,petal_length,petal_width; yes 5.1,3.5,1.4,0.2 | head -n {rows})";
        string typed = string.Format(CultureInfo.InvariantCulture, command, Samples.IrisModel);
        using Process process = Process.Start(
            new ProcessStartInfo(
                "sh",
                [
                    "-c",
                    $"{source} | (timeout 60 {TestedCommand.Shell} {typed} 2>error.txt; echo $? >code.txt) | head -n 1 >one.txt",
                ]
            )
            {
                WorkingDirectory = Place.Directory,
            }
        )!;
        process.WaitForExit();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(File.ReadAllText(Place.Path("code.txt")).Trim(), Is.EqualTo("0"));
            Assert.That(File.ReadAllText(Place.Path("error.txt")), Is.Empty);
            Assert.That(File.ReadAllLines(Place.Path("one.txt")), Has.Length.EqualTo(1));
        }
    }

    [Test]
    public void Nobody_who_reads_the_report_spoils_no_file()
    {
        Assert.That(
            Shell(
                $"train '{Samples.Iris}' --target species --epochs 2 -o m.tnn --report r.html --json 2>error.txt | true"
            ),
            Is.Zero
        );
        Assert.That(Place.Names, Is.EquivalentTo(["m.tnn", "r.html", "error.txt"]));
        Assert.That(File.ReadAllText(Place.Path("error.txt")), Does.Contain("saved   m.tnn").And.Not.Contain("error:"));
    }

    private int Shell(string command)
    {
        ProcessStartInfo start = new("sh", ["-c", $"{TestedCommand.Shell} {command}"])
        {
            WorkingDirectory = Place.Directory,
        };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
