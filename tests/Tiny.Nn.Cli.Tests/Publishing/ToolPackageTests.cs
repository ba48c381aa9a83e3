using System.Diagnostics;
using System.IO.Compression;

namespace Tiny.Nn.Cli.Tests.Publishing;

/// <summary>
/// The packages that <c>dotnet pack</c> makes of the command, from a feed that has nothing else: one that names the others, one for this system, one
/// for any. <c>.ci/publish</c> makes them.
/// </summary>
internal sealed class ToolPackageTests : CommandTests
{
    private const string Variable = "TINYNN_PACKAGES";

    private string feed = "";

    [SetUp]
    public void Find_them()
    {
        feed = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (feed.Length == 0)
        {
            Assert.Ignore($"{Variable} names no directory of packages.");
        }
        Place.Write(
            "nuget.config",
            $"""<configuration><packageSources><clear /><add key="feed" value="{feed}" /></packageSources></configuration>"""
        );
    }

    [Test]
    public void It_installs_into_an_empty_directory_and_trains_what_the_built_one_trains()
    {
        Dotnet("tool", "install", "tinynn", "--tool-path", "tools");
        AssertTrains(Place.Path(Path.Combine("tools", OperatingSystem.IsWindows() ? "tinynn.exe" : "tinynn")));
    }

    [Test]
    public void It_runs_without_being_installed()
    {
        Run run = Dotnet("dnx", "tinynn", "--yes", "train", Samples.Iris, "--target", "species", "--hidden", "8");
        Assert.That(run.Error, Does.Contain("saved   iris.tnn"));
    }

    [Test]
    public void The_package_for_any_system_runs_on_dotnet()
    {
        string package = Directory.GetFiles(feed, "tinynn.any.*.nupkg").Single();
        ZipFile.ExtractToDirectory(package, Place.Path("any"));
        string assembly = Directory.GetFiles(Place.Path("any"), "tinynn.dll", SearchOption.AllDirectories).Single();
        AssertTrains([.. TestedCommand.OnDotnet(assembly)]);
    }

    /// <summary>The model of a program has the bytes of the built one's.</summary>
    private void AssertTrains(params string[] program)
    {
        string[] arguments = ["train", Samples.Iris, "--target", "species", "--hidden", "8", "--epochs", "20", "-o"];
        Tests.Tinynn.From(TestedCommand.Built, Place, [.. arguments, "built.tnn"]).Good();
        Start([.. program, .. arguments, "packed.tnn"]);
        Assert.That(
            File.ReadAllBytes(Place.Path("packed.tnn")),
            Is.EqualTo(File.ReadAllBytes(Place.Path("built.tnn")))
        );
    }

    private Run Dotnet(params string[] arguments) => Start([TestedCommand.OnDotnet("")[0], .. arguments]);

    private Run Start(string[] command)
    {
        ProcessStartInfo start = new(command[0], command[1..])
        {
            WorkingDirectory = Place.Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Packages of the same version from another day stay out of the way.
        start.Environment["NUGET_PACKAGES"] = Place.Path("packages");
        start.Environment["DOTNET_CLI_HOME"] = Place.Directory;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Run run = new(process.ExitCode, output, error.Result);
        Assert.That(run.ExitCode, Is.Zero, $"{string.Join(' ', command)}\n{run.Output}\n{run.Error}");
        return run;
    }
}
