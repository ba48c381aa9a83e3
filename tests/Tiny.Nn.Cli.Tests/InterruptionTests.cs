using System.Diagnostics;
using System.Globalization;

namespace Tiny.Nn.Cli.Tests;

[Platform(Exclude = "Win")]
internal sealed class InterruptionTests : CommandTests
{
    [Test]
    public void Interrupted_training_saves_the_best_model_so_far()
    {
        using Process process = StartEndless();
        Interrupt(process);
        string output = process.StandardOutput.ReadToEnd();
        string error = process.StandardError.ReadToEnd();
        Assert.That(process.WaitForExit(20_000), Is.True);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(process.ExitCode, Is.EqualTo(130));
            Assert.That(error, Does.Contain("interrupted: finishing the step").And.Contain("saved   iris.tnn"));
            Assert.That(output, Does.Contain("accuracy"));
            Assert.That(Tinynn("predict", "iris.tnn", Samples.Iris).Good().Lines, Has.Length.EqualTo(151));
            Assert.That(Place.Names.Single(), Is.EqualTo("iris.tnn"));
        }
    }

    [Test]
    public void Interrupted_before_the_end_of_an_epoch_it_saves_nothing_and_a_second_time_it_stops_at_once()
    {
        // Epochs that take ten seconds and more, and steps that take one: none ends before the second signal.
        string[] size = ["--hidden", "2000,2000,2000", "--batch-size", "2000"];
        string row = string.Join(',', Enumerable.Repeat("1", 20));
        string header = string.Join(',', Enumerable.Range(0, 20).Select(column => $"x{column}"));
        string rows = string.Concat(Enumerable.Range(0, 30_000).Select(i => $"{row},{i % 2}\n"));
        Place.Write("big.csv", $"{header},y\n{rows}");
        using Process process = Start("plan ", ["train", "big.csv", "--target", "y", .. size]);
        Thread.Sleep(1000);
        Interrupt(process);
        ReadUntil(process, "interrupted: ");
        Interrupt(process);
        Assert.That(process.WaitForExit(5_000), Is.True);
        Assert.That(process.ExitCode, Is.EqualTo(130));
        Assert.That(Place.Names.Single(), Is.EqualTo("big.csv"));
    }

    private Process StartEndless() =>
        Start(
            "epoch 1/",
            ["train", Samples.Iris, "--target", "species", "--epochs", "1000000000", "--patience", "none"]
        );

    /// <summary>A process that has said something.</summary>
    private Process Start(string sign, string[] arguments)
    {
        Process process = Tests.Tinynn.Start(Place, arguments);
        ReadUntil(process, sign);
        return process;
    }

    private static void ReadUntil(Process process, string sign)
    {
        string? line;
        do
        {
            line = process.StandardError.ReadLine();
        } while (line is not null && !line.StartsWith(sign, StringComparison.Ordinal));
        Assert.That(line, Is.Not.Null, $"There was no line \"{sign}\"");
    }

    private static void Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
