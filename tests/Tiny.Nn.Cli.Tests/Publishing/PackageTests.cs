using System.Diagnostics;

namespace Tiny.Nn.Cli.Tests.Publishing;

/// <summary>Tests of packages in a folder that <c>.ci/publish</c> fills. Their only feed is that, and what was restored on this computer before.</summary>
internal abstract class PackageTests : CommandTests
{
    private const string Variable = "TINYNN_PACKAGES";

    /// <summary>The folder.</summary>
    private protected string Feed { get; private set; } = "";

    [SetUp]
    public void Find_them()
    {
        Feed = Environment.GetEnvironmentVariable(Variable) ?? "";
        if (Feed.Length == 0)
        {
            Assert.Ignore($"{Variable} names no directory of packages.");
        }
        Place.Write(
            "nuget.config",
            $"""
            <configuration>
              <packageSources>
                <clear />
                <add key="feed" value="{Feed}" />
                <add key="restored" value="{Restored}" />
              </packageSources>
              <packageSourceMapping>
                <packageSource key="feed"><package pattern="Tiny.Nn*" /><package pattern="tinynn*" /></packageSource>
                <packageSource key="restored"><package pattern="*" /></packageSource>
              </packageSourceMapping>
            </configuration>
            """
        );
    }

    /// <summary>Packages of others that this computer has: a folder of them is a feed.</summary>
    private static string Restored =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private protected Run Dotnet(params string[] arguments) => Start([TestedCommand.OnDotnet("")[0], .. arguments]);

    private protected Run Start(string[] command)
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
        start.Environment.Remove("CI");
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Run run = new(process.ExitCode, output, error.Result);
        Assert.That(run.ExitCode, Is.Zero, $"{string.Join(' ', command)}\n{run.Output}\n{run.Error}");
        return run;
    }
}
