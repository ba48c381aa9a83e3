using System.Diagnostics;
using System.IO.Enumeration;

namespace Tiny.Nn.Cli.Tests.Browser.Playground;

/// <summary>The published page, served by the command: <c>.ci/playground</c> publishes it, and says where it lies.</summary>
[SetUpFixture]
internal sealed class ServedPlayground
{
    private const string Variable = "TINYNN_PLAYGROUND";

    private static string site = "";
    private static Process? server;
    private static Workplace? place;

    private static string Root { get; set; } = "";

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
        site = Directory.CreateDirectory(place.Path("site")).FullName;
        File.WriteAllText(Path.Combine(site, "index.html"), "");
        Directory.CreateSymbolicLink(Path.Combine(site, "nn"), Folder);
        server = Tinynn.Start(place, "playground", "--folder", site, "--no-browser");
        Root = server.StandardOutput.ReadLine()!;
        Address = Root + "nn/";
    }

    /// <summary>The address of a copy of the page in which one file is lacking, or has lost its second half.</summary>
    /// <param name="pattern">The file.</param>
    /// <param name="share">How much of it is left; 0 where it is lacking.</param>
    internal static string Broken(string pattern, double share)
    {
        string copy = $"broken-{Guid.NewGuid():N}";
        foreach (string file in Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories))
        {
            string to = Path.Combine(site, copy, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            if (!FileSystemName.MatchesSimpleExpression(pattern, Path.GetFileName(file)))
            {
                // What is packed is not needed beside what is not.
                if (Path.GetExtension(file) is not (".br" or ".gz"))
                {
                    File.CreateSymbolicLink(to, file);
                }
            }
            else if (share > 0)
            {
                byte[] whole = File.ReadAllBytes(file);
                File.WriteAllBytes(to, whole[..(int)(whole.Length * share)]);
            }
        }
        return $"{Root}{copy}/";
    }

    [OneTimeTearDown]
    public static void End_it()
    {
        server?.Kill(entireProcessTree: true);
        server?.Dispose();
        place?.Dispose();
    }
}
