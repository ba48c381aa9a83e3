using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Shell;

/// <summary>The command that <c>dotnet publish</c> made, where the environment says that it is there: <c>.ci/publish</c> makes it.</summary>
internal sealed class PublishedCommandTests : CommandTests
{
    private const string Variable = "TINYNN_PUBLISHED";

    private string directory = "";

    [SetUp]
    public void Find_it()
    {
        directory = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (directory.Length == 0)
        {
            Assert.Ignore($"{Variable} names no directory of a published command.");
        }
    }

    [Test]
    public void It_writes_the_bytes_that_the_built_one_writes()
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--epochs", "20", "--dropout", "0.1", "-o"];
        Run built = Tinynn([.. arguments, "a.tnn"]).Good();
        Run published = Published([.. arguments, "b.tnn"]).Good();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(published.Output, Is.EqualTo(built.Output));
            Assert.That(File.ReadAllBytes(Place.Path("b.tnn")), Is.EqualTo(File.ReadAllBytes(Place.Path("a.tnn"))));
        }
    }

    [Test]
    public void It_predicts_what_the_built_one_predicts() =>
        Assert.That(
            Published("predict", Samples.IrisModel, Samples.Iris).Good().Output,
            Is.EqualTo(Tinynn("predict", Samples.IrisModel, Samples.Iris).Good().Output)
        );

    [Test]
    public void It_starts_under_its_own_name()
    {
        string name = OperatingSystem.IsWindows() ? "tinynn.exe" : "tinynn";
        ProcessStartInfo start = new(Path.Combine(directory, name), "--version") { RedirectStandardOutput = true };
        using Process process = Process.Start(start)!;
        Assert.That(process.StandardOutput.ReadToEnd(), Is.EqualTo(Tinynn("--version").Good().Output));
    }

    private Run Published(params string[] arguments) =>
        Tests.Tinynn.From(Path.Combine(directory, "tinynn.dll"), Place, arguments, "", []);
}
