using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Browser.Playground;

/// <summary>The published page, served by the command: <c>.ci/playground</c> publishes it, and says where it lies.</summary>
[SetUpFixture]
internal sealed class ServedPlayground
{
    private const string Variable = "TINYNN_PLAYGROUND";

    private static Process? server;
    private static Workplace? place;

    /// <summary>The address of the page.</summary>
    internal static string Address { get; private set; } = "";

    /// <summary>Where the page lies.</summary>
    internal static string Folder => Environment.GetEnvironmentVariable(Variable) ?? "";

    [OneTimeSetUp]
    public static void Serve_it()
    {
        if (Folder.Length == 0)
        {
            Assert.Ignore($"{Variable} names no folder with the published page. Run .ci/playground.");
        }
        place = new Workplace();

        // Under a path, as a page of a school or a project stands.
        string site = Directory.CreateDirectory(place.Path("site")).FullName;
        File.WriteAllText(Path.Combine(site, "index.html"), "");
        Directory.CreateSymbolicLink(Path.Combine(site, "nn"), Folder);
        server = Tinynn.Start(place, "playground", "--folder", site, "--no-browser");
        Address = server.StandardOutput.ReadLine() + "nn/";
    }

    [OneTimeTearDown]
    public static void End_it()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        place?.Dispose();
    }
}
