using System.IO.Compression;

namespace Tiny.Nn.Cli.Tests.Publishing;

/// <summary>
/// The packages that <c>dotnet pack</c> makes of the command, from a feed that has nothing else: one that names the others, one for this system, one
/// for any. <c>.ci/publish</c> makes them.
/// </summary>
internal sealed class ToolPackageTests : PackageTests
{
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
        string package = Directory.GetFiles(Feed, "tinynn.any.*.nupkg").Single();
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
}
