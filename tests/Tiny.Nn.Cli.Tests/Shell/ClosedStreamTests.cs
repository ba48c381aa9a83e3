using System.Diagnostics;
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

    private int Shell(string command)
    {
        string host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        string assembly = Path.Combine(AppContext.BaseDirectory, "tinynn.dll");
        ProcessStartInfo start = new("sh", ["-c", $"exec \"{host}\" exec \"{assembly}\" {command}"])
        {
            WorkingDirectory = Place.Directory,
        };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
