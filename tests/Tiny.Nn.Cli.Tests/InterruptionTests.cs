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

    private Process StartEndless()
    {
        Process process = Tests.Tinynn.Start(
            Place,
            ["train", Samples.Iris, "--target", "species", "--epochs", "1000000000", "--patience", "none"]
        );
        string? line;
        do
        {
            line = process.StandardError.ReadLine();
        } while (line is not null && !line.StartsWith("epoch 1/", StringComparison.Ordinal));
        Assert.That(line, Is.Not.Null);
        return process;
    }

    private static void Interrupt(Process process)
    {
        using Process kill = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }
}
